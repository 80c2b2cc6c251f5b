// What `npm run pack` makes, in a fresh app outside this repository: installed with npm, built for WeChat, logged in.
// Taro itself is this repository's, which saves minutes. The nightly jobs `packed` and `taro` leave nothing out.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '../../fresh-app/build'
import { checkTypes } from '../../fresh-app/check-types'
import { logIn, openBrowser } from '../../fresh-app/log-in'
import { writeFreshApp } from '../../fresh-app/template'
import { ROOT } from '../../markdown'
import { packSelfContained } from '../../packing/self-contained.mjs'

const TARO = '@local-number/taro'

let folder: string
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'local-number-fresh-app-')))
})
afterAll(() => rmSync(folder, { recursive: true }))

test('the packed component is installed into a fresh app by one command, fits its types, is built, and logs in', async () => {
  const tarball = packSelfContained([TARO], join(folder, 'packed')).get(TARO)
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  const app = join(folder, 'app')
  mkdirSync(app)
  writeFileSync(join(app, 'package.json'), '{ "name": "fresh-app", "version": "1.0.0", "private": true }')
  writeFreshApp(app, { compiler: 'webpack5', designWidth: 750 })
  // The peers are in the folder above.
  const flags = ['--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline']
  const install = spawnSync('npm', ['install', `${tarball}`, ...flags], { cwd: app, encoding: 'utf8' })
  expect({ status: install.status, stderr: install.stderr }).toEqual({ status: 0, stderr: '' })
  checkTypes(app)
  const build = buildApp(app, 'weapp')
  const browser = await openBrowser()
  try {
    await logIn(browser, { folder: build, platform: 'weapp', page: 'index' })
  } finally {
    await browser.close()
  }
}, 300_000)
