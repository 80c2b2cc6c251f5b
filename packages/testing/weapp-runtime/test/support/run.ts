// Runs small mini-programs: writes them to a temporary folder, packs them, starts them in jsdom, closes them after the
// test.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createFingerprint } from '../../../../../tsup.fingerprint'
import { type MiniProgramPackage, packMiniProgram } from '../../src'
import { type JsdomDevice, type JsdomOptions, startInJsdom } from '../../src/jsdom'

const PACKAGE = join(__dirname, '../..')

/** Contents by path. An object is written as JSON, a buffer as it is. */
export type Files = Readonly<Record<string, string | object>>

/** Creates a temporary folder with these files for the duration of the work. */
export function withFolder<T>(files: Files, work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'weapp-runtime-'))
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(join(folder, dirname(name)), { recursive: true })
      const isRaw = typeof content === 'string' || Buffer.isBuffer(content)
      writeFileSync(join(folder, name), isRaw ? content : JSON.stringify(content))
    }
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export function pack(files: Files): MiniProgramPackage {
  return withFolder(files, packMiniProgram)
}

/** Creates an app with one page. Its parts are empty by default, and `files` are added to it. */
export function createPage(
  { wxml = '', js = 'Page({})', json = {}, wxss = '', app = 'App({})' },
  files: Files = {},
): Files {
  return {
    'app.json': { pages: ['pages/one/one'] },
    'app.js': app,
    'pages/one/one.wxml': wxml,
    'pages/one/one.js': js,
    'pages/one/one.json': json,
    'pages/one/one.wxss': wxss,
    ...files,
  }
}

let log: jest.SpyInstance

beforeEach(() => {
  log = jest.spyOn(console, 'info').mockImplementation()
})

/** Calls the listener whenever the mini-program calls `console.info`. */
export function onLog(listener: () => void): void {
  log.mockImplementation(listener)
}

const running = new Set<JsdomDevice>()

afterEach(() => {
  for (const device of running) device.close()
  running.clear()
  log.mockRestore()
})

export async function run(files: Files, options: JsdomOptions = {}): Promise<Run> {
  return start(pack(files), options)
}

export async function start(pkg: MiniProgramPackage, options: JsdomOptions = {}): Promise<Run> {
  requireFreshBuild()
  const device = await startInJsdom(pkg, options)
  running.add(device)
  const { document } = device.window
  const find = (selector: string) => {
    // A covered page stays in the document.
    const all = [...document.querySelectorAll(selector.replace(/#([\w-]+)/g, '[id$="--$1"]'))].filter(
      (each) => !each.closest('.weapp-box-of-page[hidden]'),
    )
    if (!all[0]) throw new Error(`no visible element matches ${selector}: ${document.body.textContent}`)
    return all[0] as HTMLElement
  }
  return {
    device,
    find,
    text: (selector) => find(selector).textContent ?? '',
    tap: (selector) => device.tap(find(selector)),
    type: (selector, text) => device.type(find(selector), text),
    logged: () => log.mock.calls.map((parameters) => (parameters.length > 1 ? parameters : parameters[0])),
    expectClean: async () => expect(await device.report()).toEqual({ missing: [], errors: [], warnings: [] }),
  }
}

export interface Run {
  readonly device: JsdomDevice
  /** The first element on the visible page. */
  find(selector: string): HTMLElement
  text(selector: string): string
  tap(selector: string): void
  type(selector: string, text: string): void
  /** The arguments of each `console.info` of the mini-program. A single argument is not in an array. */
  logged(): unknown[]
  /** Expects an empty report: nothing missing, no errors, no warnings. */
  expectClean(): Promise<void>
}

/** Waits until an expectation holds. */
export async function waitFor(expectation: () => unknown): Promise<void> {
  const end = Date.now() + 20_000
  for (;;) {
    try {
      await expectation()
      return
    } catch (failure) {
      if (Date.now() > end) throw failure
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
}

let fresh = false

function requireFreshBuild(): void {
  if (fresh) return
  let built = ''
  try {
    built = readFileSync(join(PACKAGE, 'dist/runtime.global.js'), 'utf8')
  } catch {
    throw new Error('dist/runtime.global.js is missing: run npm run build in packages/testing/weapp-runtime')
  }
  if (!built.includes(createFingerprint(join(PACKAGE, 'src')))) {
    throw new Error('dist/runtime.global.js is older than src: run npm run build in packages/testing/weapp-runtime')
  }
  fresh = true
}
