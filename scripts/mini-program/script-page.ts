// Runs the scripts of a compiled Taro mini-program without its view, in the logic layer of weapp-runtime. What Taro
// hands to the view stays data: there is no renderer for the templates of Alipay, ByteDance, Baidu, QQ and JD.
import { setTimeout as delay } from 'node:timers/promises'
import { createContextRealm, createModules, createWx, type Host } from '@local-number/weapp-runtime/node'
import { type Files, readText } from './files'

/** An element as Taro hands it to the view: every name is an alias. */
export interface ViewNode {
  /** Alias of the tag. */
  readonly nn: string
  readonly sid: string
  readonly cl?: string
  /** Text. */
  readonly v?: string
  /** Children. */
  readonly cn?: readonly ViewNode[]
  readonly [alias: string]: unknown
}

/** Members that a platform calls are added by the scripts. */
type Instance = Record<string, unknown>

/** A login takes a second, a busy machine needs more. */
const TIMEOUT_MS = 30_000
const POLL_MS = 10

/** A timer must not keep the process alive when the check is done. */
const TIMERS = {
  setTimeout: (...parameters: Parameters<typeof setTimeout>) => setTimeout(...parameters).unref(),
  clearTimeout,
}

export class ScriptPage {
  /** Everything that was ever handed to the view, as JSON. */
  readonly handedOver: string[] = []
  /** Addresses of the requests, which are never answered. */
  readonly sent: string[] = []
  readonly #data = { root: { nn: '', sid: '', cn: [] as ViewNode[] } }
  readonly #page: Instance

  /**
   * Starts the app and opens its first page.
   *
   * @param api the global that holds the platform's functions
   */
  constructor(files: Files, api: string) {
    const apps: Instance[] = []
    const pages: Instance[] = []
    const realm = createContextRealm({
      ...TIMERS,
      [api]: createWx({ host: this.#createHost(), timers: TIMERS }).wx,
      App: (app: Instance) => apps.push(app),
      Page: (page: Instance) => pages.push(page),
      Component: () => undefined,
      getApp: () => apps[0],
      getCurrentPages: () => [],
      // Alipay's scripts read it.
      navigator: { swuserAgent: 'phone' },
    })
    const modules = createModules({ scripts: readScripts(files), realm, globals: {}, hidden: [] })
    modules.run('app')
    callLifetime(apps[0], 'onLaunch', { path: '', query: {} })
    const { pages: [path = ''] = [] } = JSON.parse(readText(files, 'app.json')) as { pages?: string[] }
    modules.run(path)
    this.#page = Object.assign(pages[0] ?? {}, { route: path, data: this.#data, setData: this.#setData })
    // Baidu has onInit in place of onLoad.
    for (const lifetime of ['onInit', 'onLoad', 'onShow', 'onReady']) callLifetime(this.#page, lifetime, {})
  }

  get nodes(): readonly ViewNode[] {
    return flatten(this.#data.root)
  }

  get text(): string {
    return this.nodes.flatMap(({ v }) => v ?? []).join(' ')
  }

  has(className: string): boolean {
    return this.#findByClass(className) !== undefined
  }

  /** @throws Error if no element has the class */
  find(className: string): ViewNode {
    const found = this.#findByClass(className)
    if (!found) throw new Error(`no element has the class ${className}`)
    return found
  }

  #findByClass(className: string): ViewNode | undefined {
    return this.nodes.find(({ cl }) => cl?.split(' ').includes(className))
  }

  fire(type: string, className: string, detail: object = {}): void {
    const { sid } = this.find(className)
    const target = { id: sid, dataset: { sid } }
    callLifetime(this.#page, 'eh', { type, detail, target, currentTarget: target, timeStamp: 0 })
  }

  /** @throws Error with the page's text after {@link TIMEOUT_MS} */
  async waitUntil(holds: () => boolean): Promise<void> {
    const deadline = performance.now() + TIMEOUT_MS
    while (!holds()) {
      if (performance.now() > deadline) throw new Error(`the page shows: ${this.text}`)
      await delay(POLL_MS)
    }
  }

  readonly #setData = (change: Readonly<Record<string, unknown>>, done?: () => void): void => {
    this.handedOver.push(JSON.stringify(change))
    for (const [path, value] of Object.entries(change)) assign(this.#data, path, value)
    TIMERS.setTimeout(() => done?.())
  }

  #createHost(): Host {
    return {
      request: ({ url }) => {
        this.sent.push(url)
        return new Promise(() => undefined)
      },
      abort: () => undefined,
      callFunction: () => new Promise(() => undefined),
    }
  }
}

function readScripts(files: Files): Record<string, string> {
  const paths = [...files.keys()].filter((path) => path.endsWith('.js'))
  return Object.fromEntries(paths.map((path) => [path.slice(0, -'.js'.length), readText(files, path)]))
}

function callLifetime(target: Instance | undefined, name: string, parameter: object): void {
  const lifetime = target?.[name]
  if (typeof lifetime === 'function') lifetime.call(target, parameter)
}

/** Taro names what changed as `root.cn.[0].v`. */
function assign(data: object, path: string, value: unknown): void {
  const keys = path.match(/[^.[\]]+/g) ?? []
  const last = keys.pop() ?? ''
  const parent = keys.reduce<object>((within, key) => Reflect.get(within, key) as object, data)
  Reflect.set(parent, last, value)
}

function flatten(node: ViewNode): ViewNode[] {
  return [node, ...(node.cn ?? []).flatMap(flatten)]
}
