// The mini-program of docs/*/native.md: the guide's own code, bundled by the guide's own command.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type MiniProgramPackage, packMiniProgram } from '@local-number/weapp-runtime'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** A block of code whose first line is a comment with its path. */
const FILE = /^```\w+\n(?:\/\/ |<!-- )([\w./-]+\.\w+)(?: -->)?\n([\s\S]*?)^```$/gm

/** What the guide leaves to its reader: a page to come from, the terms, and another way to log in. */
const READERS_FILES: Readonly<Record<string, string>> = {
  'app.js': 'App({})',
  'app.json': JSON.stringify({
    pages: ['pages/index/index', 'pages/login/login', 'pages/terms/terms', 'pages/sms/sms'],
    window: { navigationBarTitleText: 'Shop' },
  }),
  'pages/index/index.wxml': '<navigator id="login" url="/pages/login/login">login</navigator>',
  'pages/terms/terms.js': 'Page({ data: { name: "" }, onLoad({ name }) { this.setData({ name }) } })',
  'pages/terms/terms.wxml': '<view id="terms">{{name}}</view>',
  'pages/sms/sms.wxml': '<view id="sms">sms</view>',
  ...Object.fromEntries(['index', 'sms'].map((page) => [`pages/${page}/${page}.js`, 'Page({})'])),
  ...Object.fromEntries(['index', 'login', 'terms', 'sms'].map((page) => [`pages/${page}/${page}.json`, '{}'])),
}

/** Builds the guide of a language. Its packages are those in `dist`, as an app has them. */
export function packGuide(language: 'zh' | 'en'): MiniProgramPackage {
  const guide = readFileSync(join(ROOT, `docs/${language}/native.md`), 'utf8')
  mkdirSync(join(ROOT, 'reports'), { recursive: true })
  // Inside the repository, so that the packages are found as in an app's node_modules.
  const folder = mkdtempSync(join(ROOT, 'reports/native-guide-'))
  try {
    for (const [, path = '', code = ''] of guide.matchAll(FILE)) write(folder, path, code)
    for (const [path, code] of Object.entries(READERS_FILES)) write(folder, join('miniprogram', path), code)
    bundle(guide, folder)
    return packMiniProgram(join(folder, 'miniprogram'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function write(folder: string, path: string, code: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), code)
}

/** Runs the command of the guide. */
function bundle(guide: string, folder: string): void {
  const options = /^npx esbuild (.+)$/m.exec(guide)?.[1]
  if (options === undefined) throw new Error('the guide has no command that begins with npx esbuild')
  const esbuild = join(ROOT, 'node_modules/.bin/esbuild')
  execFileSync(esbuild, [...options.split(' '), '--log-level=error'], { cwd: folder, stdio: 'inherit' })
}
