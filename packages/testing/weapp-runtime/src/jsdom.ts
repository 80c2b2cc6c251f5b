/**
 * A run in jsdom: fast, without pictures or layout. Images are fetched, and load when the answer is an image.
 *
 * @module
 */
import { type Context, compileFunction, createContext } from 'node:vm'
import { JSDOM, VirtualConsole } from 'jsdom'
import { DEFAULT_SETTINGS, type Device, type DeviceSettings, type Host, type LocalDevice, refererOf } from './device'
import { httpHost } from './http-host'
import type { Realm } from './logic/realm'
import type { MiniProgramPackage } from './package'
import { runtimeScript } from './runtime-script'

export interface JsdomOptions extends Partial<DeviceSettings> {
  /** Default: {@link httpHost} without cloud functions. */
  readonly host?: Host
}

/** A phone whose screen is a document. */
export interface JsdomDevice extends Device {
  readonly window: JSDOM['window']
  /** What a finger does: `tap` events, also on a label or a checkbox. */
  tap(element: Element): void
  /** What a keyboard does: the field of a `<wx-input>` has the focus and holds that text, as much as fits. */
  type(element: Element, text: string): void
  close(): void
}

/**
 * Starts a packed mini-program: its first page is open when the promise resolves.
 *
 * @throws RuntimeError `notBuilt`, `pageNotFound`, `moduleNotFound`
 */
export async function startInJsdom(pkg: MiniProgramPackage, options: JsdomOptions = {}): Promise<JsdomDevice> {
  const { host = httpHost(), ...given } = options
  const settings: DeviceSettings = { ...DEFAULT_SETTINGS, ...given }
  const { window } = new JSDOM('<!doctype html><body></body>', {
    runScripts: 'outside-only',
    pretendToBeVisual: true,
    url: refererOf(settings),
    virtualConsole: new VirtualConsole(),
  })
  loadImages(window, refererOf(settings))
  window.eval(runtimeScript())
  const local: LocalDevice = window.weappRuntime.start(pkg, settings, host, contextRealm)
  return {
    setNetworkType: async (type) => local.setNetworkType(type),
    hide: async () => local.hide(),
    show: async () => local.show(),
    back: async () => local.back(),
    pages: async () => local.pages(),
    report: async () => local.report(),
    window,
    tap: (element) => {
      for (const type of ['mousedown', 'mouseup']) {
        element.dispatchEvent(new window.MouseEvent(type, { bubbles: true, composed: true }))
      }
    },
    type: (element, text) => {
      const field = element.querySelector('input, textarea') as HTMLInputElement | null
      if (!field) throw new Error(`${element.localName} has no field`)
      if (field.disabled) throw new Error(`the field of ${element.localName} is disabled`)
      field.focus()
      field.value = field.maxLength >= 0 ? text.slice(0, field.maxLength) : text
      field.dispatchEvent(new window.Event('input', { bubbles: true, composed: true }))
    },
    close: () => window.close(),
  }
}

/** Node's contexts hold JavaScript and nothing else, as WeChat's logic layer does. */
function contextRealm(globals: Readonly<Record<string, unknown>>): Realm {
  const context: Context = createContext({ console, ...globals })
  return {
    compile: (source, name, parameters) =>
      compileFunction(source, [...parameters], { filename: `${name}.js`, parsingContext: context }) as (
        ...values: unknown[]
      ) => unknown,
  }
}

/** jsdom loads no images without a canvas library: what the browser would ask for is asked for here. */
function loadImages(window: JSDOM['window'], referer: string): void {
  const { prototype } = window.HTMLImageElement
  const { setAttribute } = prototype
  prototype.setAttribute = function (name, value) {
    setAttribute.call(this, name, value)
    if (name === 'src') {
      load(this, value, referer).then((loaded) => {
        // What was replaced in the meantime is no longer of interest.
        if (this.getAttribute('src') === value) this.dispatchEvent(new window.Event(loaded ? 'load' : 'error'))
      })
    }
  }
}

async function load(image: HTMLImageElement, url: string, referer: string): Promise<boolean> {
  try {
    const headers: Record<string, string> = image.referrerPolicy === 'no-referrer' ? {} : { referer }
    const response = await fetch(url, { headers })
    await response.arrayBuffer()
    return response.ok && (response.headers.get('content-type') ?? '').startsWith('image/')
  } catch {
    return false
  }
}
