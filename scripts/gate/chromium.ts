// `install:chromium`. The browser tests need a Chromium: Debian's headless shell, which is the same engine at half the
// cost of the desktop browser, or the desktop browser. One is installed when both are missing and apt can; otherwise
// the remedy is printed.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { CHROMIUMS } from '../../e2e/chromium'

/** Debian's package names, the preferred one first. */
const PACKAGES = ['chromium-headless-shell', 'chromium']
/** Without the font, Chinese text in screenshots shows as boxes. */
const FONTS = 'fonts-noto-cjk'

if (!isInstalled()) install()
if (!isInstalled()) {
  console.error(`No Chromium at ${CHROMIUMS.join(' or ')}. As root: apt-get install -y ${PACKAGES[0]}`)
  process.exitCode = 1
}

function isInstalled(): boolean {
  return CHROMIUMS.some((path) => existsSync(path))
}

function install(): void {
  if (process.getuid?.() !== 0) return
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args: string[]) => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env })
  apt('update', '-qq')
  for (const name of PACKAGES) {
    console.log(`Chromium is missing: installing ${name} with apt`)
    if (apt('install', '-y', '-qq', name, FONTS).status === 0) return
  }
}
