// Runs the script side of a compiled Taro mini-program as a phone does: in a realm of its own, without a browser's or
// Node's globals. What it hands to the view is kept as data; nothing is drawn.
import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { compileFunction, createContext } from 'node:vm'

/** An element as Taro hands it to the view: short names for everything. */
export interface ViewNode {
  readonly nn: string
  readonly sid: string
  readonly cl?: string
  readonly v?: string
  readonly cn?: readonly ViewNode[]
  readonly [alias: string]: unknown
}

export interface OpenPage {
  /** Every element on the page. */
  nodes(): ViewNode[]
  /** The first element of a class. @throws Error without one */
  find(className: string): ViewNode
  fire(type: string, className: string, detail?: object): void
  /** All words on the page. */
  text(): string
  /** Waits until that holds. @throws Error with the page's words after {@link PATIENCE_MS} */
  until(holds: () => boolean): Promise<void>
  /** Everything that was ever handed to the view, as JSON. */
  readonly handedOver: string[]
  /** The names of the platform's functions, as they were called. */
  readonly called: string[]
}

interface Page extends Record<string, unknown> {
  eh(event: object): void
}

/** A login takes a second; a busy machine gets more. */
const PATIENCE_MS = 30_000
const DEVICE = { platform: 'ios', system: 'iOS 17', model: 'phone', windowWidth: 375, screenWidth: 375, pixelRatio: 2 }

/** The app's first page, opened. `api` is the name of the global that holds the platform's functions. */
export function openPage(folder: string, api: string): OpenPage {
  const called: string[] = []
  const handedOver: string[] = []
  const waiting = new Set<() => void>()
  const defined: Page[] = []
  const app: Record<string, unknown>[] = []
  const realm = createContext({
    [api]: noting(called),
    App: (options: Record<string, unknown>) => app.push(options),
    Page: (options: Page) => defined.push(options),
    Component: () => undefined,
    getApp: () => app[0],
    getCurrentPages: () => [],
    // Nothing keeps this process alive but who waits for the page.
    setTimeout: (...args: Parameters<typeof setTimeout>) => setTimeout(...args).unref(),
    clearTimeout,
    // Alipay's scripts have one.
    navigator: { swuserAgent: 'phone' },
  })
  const load = loaderOf(folder, realm)
  load('app.js')
  call(app[0], 'onLaunch', { path: '', query: {} })
  const [path = ''] = JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8')).pages
  load(`${path}.js`)
  const data = { root: { nn: '', sid: '', cn: [] as ViewNode[] } }
  const page = Object.assign(defined[0] as Page, {
    route: path,
    data,
    setData(change: Record<string, unknown>, done?: () => void) {
      handedOver.push(JSON.stringify(change))
      for (const [at, value] of Object.entries(change)) assign(data, at, value)
      for (const look of waiting) look()
      setTimeout(() => done?.()).unref()
    },
  })
  // Baidu has onInit in place of onLoad.
  for (const step of ['onInit', 'onLoad', 'onShow', 'onReady']) call(page, step, {})

  const nodes = () => flat(data.root)
  const find = (className: string) => {
    const found = nodes().find(({ cl }) => cl?.split(' ').includes(className))
    if (!found) throw new Error(`nothing has the class ${className}`)
    return found
  }
  const text = () =>
    nodes()
      .flatMap(({ v }) => v ?? [])
      .join(' ')
  return {
    nodes,
    find,
    text,
    handedOver,
    called,
    fire: (type, className, detail = {}) => {
      const { sid } = find(className)
      const target = { id: sid, dataset: { sid } }
      page.eh({ type, detail, target, currentTarget: target, timeStamp: 0 })
    },
    until: (holds) =>
      new Promise((done, fail) => {
        const end = (settle: () => void) => {
          clearTimeout(timer)
          waiting.delete(look)
          settle()
        }
        const look = () => holds() && end(done)
        const timer = setTimeout(() => end(() => fail(new Error(`the page says: ${text()}`))), PATIENCE_MS)
        waiting.add(look)
        look()
      }),
  }
}

function call(target: Record<string, unknown> | undefined, method: string, options: object): void {
  const own = target?.[method]
  if (typeof own === 'function') own.call(target, options)
}

/** `require` as a mini-program has it: paths within the package, every file once. */
function loaderOf(folder: string, realm: object): (path: string) => unknown {
  const loaded = new Map<string, { exports: unknown }>()
  const load = (path: string): unknown => {
    const known = loaded.get(path)
    if (known) return known.exports
    const module = { exports: {} }
    loaded.set(path, module)
    const script = compileFunction(readFileSync(path, 'utf8'), ['require', 'module', 'exports'], {
      parsingContext: realm,
      filename: path,
    })
    script((to: string) => load(resolve(dirname(path), to.endsWith('.js') ? to : `${to}.js`)), module, module.exports)
    return module.exports
  }
  return (path) => load(resolve(folder, path))
}

/** What the login and Taro ask of a platform, on mobile data. Requests get no answer. */
const FUNCTIONS: Readonly<Record<string, (options: never) => unknown>> = {
  canIUse: () => true,
  getSystemInfoSync: () => DEVICE,
  getAccountInfoSync: () => ({ miniProgram: { appId: 'wx10a00cf000000000' } }),
  getNetworkType: ({ success }: { success: (result: object) => void }) => success({ networkType: '4g' }),
  onNetworkStatusChange: () => undefined,
  offNetworkStatusChange: () => undefined,
  onAppShow: () => undefined,
  offAppShow: () => undefined,
  onAppHide: () => undefined,
  offAppHide: () => undefined,
  nextTick: (next: () => void) => setTimeout(next).unref(),
  request: () => undefined,
}

const noting = (called: string[]) =>
  Object.fromEntries(
    Object.entries(FUNCTIONS).map(([name, answer]) => [
      name,
      (options: never) => {
        called.push(name)
        return answer(options)
      },
    ]),
  )

/** `root.cn.[0].v` and the like, as Taro names what changed. */
function assign(data: object, at: string, value: unknown): void {
  const keys = at.match(/[^.[\]]+/g) ?? []
  const last = keys.pop() ?? ''
  Reflect.set(
    keys.reduce<object>((within, key) => Reflect.get(within, key) as object, data),
    last,
    value,
  )
}

const flat = (node: ViewNode): ViewNode[] => [node, ...(node.cn ?? []).flatMap(flat)]
