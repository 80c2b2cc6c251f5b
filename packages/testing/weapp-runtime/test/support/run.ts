// Runs of small mini-programs: written to a temporary folder, packed, started in jsdom, closed after the test.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fingerprintOf } from '../../scripts/fingerprint'
import { type MiniProgramPackage, packMiniProgram } from '../../src'
import { type JsdomDevice, type JsdomOptions, startInJsdom } from '../../src/jsdom'

const PACKAGE = join(__dirname, '../..')

/** By path; what is no text becomes JSON. */
export type Files = Readonly<Record<string, string | object>>

/** Gives a folder with these files to work, and removes it. */
export function withFolder<T>(files: Files, work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'weapp-runtime-'))
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(join(folder, dirname(name)), { recursive: true })
      writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
    }
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export function packed(files: Files): MiniProgramPackage {
  return withFolder(files, packMiniProgram)
}

/** One page, whose parts default to nothing; `files` adds to it. */
export function onePage(
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

/** Hears of every line that a mini-program gives to `console.info`, when it gives it. */
export function onLog(hear: () => void): void {
  log.mockImplementation(hear)
}

const running = new Set<JsdomDevice>()

afterEach(() => {
  for (const device of running) device.close()
  running.clear()
  log.mockRestore()
})

export async function run(files: Files, options: JsdomOptions = {}): Promise<Run> {
  return start(packed(files), options)
}

export async function start(pkg: MiniProgramPackage, options: JsdomOptions = {}): Promise<Run> {
  insistOnFreshBuild()
  const device = await startInJsdom(pkg, options)
  running.add(device)
  const { document } = device.window
  const found = (selector: string) => {
    // A page that is covered stays in the document.
    const all = [...document.querySelectorAll(selector.replace(/#([\w-]+)/g, '[id$="--$1"]'))].filter(
      (each) => !each.closest('.weapp-box-of-page[hidden]'),
    )
    if (!all[0]) throw new Error(`nothing on the screen is ${selector}: ${document.body.textContent}`)
    return all[0] as HTMLElement
  }
  return {
    device,
    find: found,
    text: (selector) => found(selector).textContent ?? '',
    tap: (selector) => device.tap(found(selector)),
    type: (selector, text) => device.type(found(selector), text),
    logged: () => log.mock.calls.map((parameters) => (parameters.length > 1 ? parameters : parameters[0])),
    clean: async () => expect(await device.report()).toEqual({ missing: [], errors: [], warnings: [] }),
  }
}

export interface Run {
  readonly device: JsdomDevice
  /** The first element on the visible page. */
  find(selector: string): HTMLElement
  text(selector: string): string
  tap(selector: string): void
  type(selector: string, text: string): void
  /** What the mini-program gave to `console.info`. */
  logged(): unknown[]
  /** Nothing is missing, thrown or warned of. */
  clean(): Promise<void>
}

/** Waits until an expectation holds. */
export async function eventually(expectation: () => unknown): Promise<void> {
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

function insistOnFreshBuild(): void {
  if (fresh) return
  let built = ''
  try {
    built = readFileSync(join(PACKAGE, 'dist/runtime.global.js'), 'utf8')
  } catch {
    throw new Error('dist/runtime.global.js is missing: run npm run build in packages/testing/weapp-runtime')
  }
  if (!built.includes(fingerprintOf(join(PACKAGE, 'src')))) {
    throw new Error('dist/runtime.global.js is older than src: run npm run build in packages/testing/weapp-runtime')
  }
  fresh = true
}
