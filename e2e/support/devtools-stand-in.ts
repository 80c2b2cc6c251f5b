// A stand-in for WeChat DevTools: its automation protocol (JSON over a WebSocket, as in miniprogram-automator 0.12) for
// the compiled demo in jsdom. It implements what the journeys use and refuses other methods by name.
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { Stack } from '@local-number/stack'
import { packMiniProgram } from '@local-number/weapp-runtime'
import { type JsdomDevice, startInJsdom } from '@local-number/weapp-runtime/jsdom'
import { WebSocketServer } from 'ws'
import { createPhoneHost, DEMO_BUILD } from './mini-program'

type Params = Readonly<Record<string, unknown>>

/** The developer's own AppID, which is not registered at the demo's simulator. */
const DEVTOOLS = { appId: 'wx0123456789abcdef', version: 'devtools', system: { platform: 'devtools' } }

/** A PNG of one pixel. */
const PICTURE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII='

export class DevToolsStandIn {
  #device: JsdomDevice | null = null
  #pageId = 0
  /** An element's id is its index. Ids are never reused, because the automator caches elements by id. */
  readonly #elements: Element[] = []

  static async start(stack: Stack): Promise<DevToolsStandIn> {
    const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
    await once(server, 'listening')
    return new DevToolsStandIn(stack, server)
  }

  private constructor(
    private readonly stack: Stack,
    private readonly server: WebSocketServer,
  ) {
    server.on('connection', (socket) => {
      socket.on('message', async (data) => {
        const { id, method, params } = JSON.parse(String(data)) as { id: string; method: string; params: Params }
        const answer = await this.#answer(method, params).then(
          (result) => ({ id, result }),
          (error: Error) => ({ id, error: { message: error.message } }),
        )
        socket.send(JSON.stringify(answer))
      })
    })
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port
  }

  async close(): Promise<void> {
    this.#device?.close()
    for (const client of this.server.clients) client.terminate()
    await new Promise((resolve) => this.server.close(resolve))
  }

  async #answer(method: string, params: Params): Promise<object> {
    const answer = this.#methods[method]
    if (!answer) throw new Error(`the stand-in does not know ${method}`)
    return (await answer(params)) ?? {}
  }

  readonly #methods: Readonly<Record<string, (params: Params) => object | undefined | Promise<object | undefined>>> = {
    'Tool.getInfo': () => ({ SDKVersion: '3.7.0' }),
    'App.callWxMethod': ({ method, args }) => this.#callWx(String(method), args as [{ url: string }]),
    'App.getCurrentPage': () => ({ pageId: this.#pageId, path: '', query: {} }),
    'App.captureScreenshot': () => ({ data: PICTURE }),
    'Page.getElements': ({ selector }) => ({ elements: this.#find(String(selector)).map(this.#describe) }),
    'Page.getElement': ({ selector }) => {
      const [found] = this.#find(String(selector))
      if (!found) throw new Error(`no element on this page matches ${selector}`)
      return this.#describe(found)
    },
    'Element.tap': ({ elementId }) => this.#phone.tap(this.#findElement(elementId)) as undefined,
    'Element.callFunction': ({ elementId, functionName, args }) => {
      if (functionName !== 'input.input') throw new Error(`the stand-in does not know ${functionName}`)
      this.#phone.type(this.#findElement(elementId), (args as [string])[0])
      return {}
    },
    'Element.getDOMProperties': ({ elementId, names }) => {
      if (String(names) !== 'innerText') throw new Error(`the stand-in does not know ${names}`)
      return { properties: [this.#findElement(elementId).textContent] }
    },
  }

  async #callWx(method: string, [{ url }]: [{ url: string }]): Promise<undefined> {
    if (method !== 'reLaunch') throw new Error(`the stand-in does not know wx.${method}`)
    this.#device?.close()
    this.#pageId += 1
    this.#device = await startInJsdom(packMiniProgram(DEMO_BUILD), {
      ...DEVTOOLS,
      launchUrl: url.slice(1),
      host: createPhoneHost(this.stack),
    })
  }

  get #phone(): JsdomDevice {
    if (!this.#device) throw new Error('no page is open: call reLaunch first')
    return this.#device
  }

  /** Searches the visible page. In the document, WeChat's tag `button` is `wx-button`. */
  #find(selector: string): readonly Element[] {
    const page = [...this.#phone.window.document.querySelectorAll('.weapp-page')].at(-1)
    return [...(page?.querySelectorAll(selector.replace(/^(?=[a-z])/, 'wx-')) ?? [])]
  }

  readonly #describe = (element: Element) => {
    if (!this.#elements.includes(element)) this.#elements.push(element)
    return { elementId: String(this.#elements.indexOf(element)), tagName: element.localName.replace(/^wx-/, '') }
  }

  #findElement(id: unknown): Element {
    const element = this.#elements[Number(id)]
    if (!element?.isConnected) throw new Error(`element ${id} is no longer in the document`)
    return element
  }
}
