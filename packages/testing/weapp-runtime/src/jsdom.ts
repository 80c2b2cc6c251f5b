/**
 * A run in jsdom: fast, without pictures or layout. Images are fetched; they load if the answer is an image.
 *
 * @example
 * import { packMiniProgram } from '@local-number/weapp-runtime'
 * import { startInJsdom } from '@local-number/weapp-runtime/jsdom'
 *
 * const device = await startInJsdom(packMiniProgram('dist/weapp'), { networkType: 'wifi' })
 * const button = device.window.document.querySelector('wx-button')
 * if (button) device.tap(button)
 * device.close()
 *
 * @module
 */
import { JSDOM, VirtualConsole } from 'jsdom'
import { DEFAULT_SETTINGS, type Device, type DeviceSettings, type Host, type LocalDevice, toReferer } from './device'
import { createHttpHost } from './http-host'
import { createContextRealm } from './logic/context-realm'
import type { MiniProgramPackage } from './package'
import { readRuntimeScript } from './runtime-script'

export interface JsdomOptions extends Partial<DeviceSettings> {
  /** @default createHttpHost() */
  readonly host?: Host
}

/** A phone whose screen is a document. */
export interface JsdomDevice extends Device {
  readonly window: JSDOM['window']
  /** Touches an element, which makes `tap` events, also on a label or a checkbox. */
  tap(element: Element): void
  /**
   * Focuses the field of a `<wx-input>` and replaces its text, up to its `maxlength`.
   *
   * @throws Error if the element has no field or a disabled one
   */
  type(element: Element, text: string): void
  close(): void
}

/**
 * Starts a packed mini-program: its first page is open when the promise resolves.
 *
 * @throws RuntimeError `notBuilt`, `pageNotFound`, `moduleNotFound`
 */
export async function startInJsdom(pkg: MiniProgramPackage, options: JsdomOptions = {}): Promise<JsdomDevice> {
  const { host = createHttpHost(), ...overrides } = options
  const settings: DeviceSettings = { ...DEFAULT_SETTINGS, ...overrides }
  const { window } = new JSDOM('<!doctype html><body></body>', {
    runScripts: 'outside-only',
    pretendToBeVisual: true,
    url: toReferer(settings),
    virtualConsole: new VirtualConsole(),
  })
  loadImages(window, toReferer(settings))
  window.eval(readRuntimeScript())
  const local: LocalDevice = window.weappRuntime.start({ pkg, settings, host, createRealm: createContextRealm })
  return {
    setNetworkType: async (type) => local.setNetworkType(type),
    setTheme: async (theme) => local.setTheme(theme),
    receiveCode: async (code) => local.receiveCode(code),
    hide: async () => local.hide(),
    show: async () => local.show(),
    back: async () => local.back(),
    pages: async () => local.pages(),
    report: async () => local.report(),
    transfers: async () => local.transfers(),
    window,
    tap: (element) => {
      for (const type of ['mousedown', 'mouseup']) {
        element.dispatchEvent(new window.MouseEvent(type, { bubbles: true, composed: true }))
      }
    },
    type: (element, text) => {
      const field = findField(element)
      field.focus()
      field.value = field.maxLength >= 0 ? text.slice(0, field.maxLength) : text
      field.dispatchEvent(new window.Event('input', { bubbles: true, composed: true }))
    },
    close: () => window.close(),
  }
}

function findField(element: Element): HTMLInputElement {
  const field = element.querySelector('input, textarea') as HTMLInputElement | null
  if (!field) throw new Error(`cannot type into ${element.localName}: it has no field`)
  if (field.disabled) throw new Error(`cannot type into ${element.localName}: its field is disabled`)
  return field
}

/** jsdom loads no images without a canvas library, so they are fetched here. */
function loadImages(window: JSDOM['window'], referer: string): void {
  const { prototype } = window.HTMLImageElement
  const { setAttribute } = prototype
  prototype.setAttribute = function (name, value) {
    setAttribute.call(this, name, value)
    if (name === 'src') {
      canLoad(this, value, referer).then((loaded) => {
        // The page may have set another source in the meantime.
        if (this.getAttribute('src') === value) this.dispatchEvent(new window.Event(loaded ? 'load' : 'error'))
      })
    }
  }
}

async function canLoad(image: HTMLImageElement, url: string, referer: string): Promise<boolean> {
  try {
    const headers: Record<string, string> = image.referrerPolicy === 'no-referrer' ? {} : { referer }
    const response = await fetch(url, { headers })
    await response.arrayBuffer()
    return response.ok && (response.headers.get('content-type') ?? '').startsWith('image/')
  } catch {
    return false
  }
}
