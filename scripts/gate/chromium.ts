// The browser tests need a Chromium. Debian's is installed when it is missing and apt can; otherwise the remedy is printed.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const CHROMIUM = '/usr/bin/chromium'
/** Without the font, Chinese text in screenshots shows as boxes. */
const PACKAGES = ['chromium', 'fonts-noto-cjk']

/** Whether a Chromium is installed in the end. */
export function ensureChromium(): boolean {
  if (!existsSync(CHROMIUM)) install()
  const found = existsSync(CHROMIUM)
  if (!found) console.error(`No Chromium at ${CHROMIUM}. As root: apt-get install -y ${PACKAGES.join(' ')}`)
  return found
}

function install(): void {
  if (process.getuid?.() !== 0) return
  console.log(`Chromium is missing: installing ${PACKAGES.join(' ')} with apt`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args: string[]) => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env })
  apt('update', '-qq')
  apt('install', '-y', '-qq', ...PACKAGES)
}
