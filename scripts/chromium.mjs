// The browser tests need a Chromium: Debian's is installed when it is missing and apt may, otherwise it is said how.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const CHROMIUM = '/usr/bin/chromium'
/** Without the font, Chinese text in the screenshots is boxes. */
const PACKAGES = ['chromium', 'fonts-noto-cjk']

export function ensureChromium() {
  const start = Date.now()
  if (!existsSync(CHROMIUM)) install()
  const found = existsSync(CHROMIUM)
  if (!found) console.error(`No Chromium at ${CHROMIUM}. As root: apt-get install -y ${PACKAGES.join(' ')}`)
  const seconds = Math.round((Date.now() - start) / 1000)
  return { name: 'Chromium', passed: found ? 1 : 0, failed: found ? 0 : 1, seconds }
}

function install() {
  if (process.getuid?.() !== 0) return
  console.log(`Chromium is missing: installing ${PACKAGES.join(' ')} with apt`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args) => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env })
  apt('update', '-qq')
  apt('install', '-y', '-qq', ...PACKAGES)
}
