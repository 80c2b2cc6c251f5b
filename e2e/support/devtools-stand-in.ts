// In the place of WeChat DevTools: its automation protocol (JSON over a WebSocket, as miniprogram-automator 0.12 speaks it) in
// front of the compiled demo in jsdom. Only what the journeys use; anything else is refused by name.
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { Stack } from '@local-number/stack'
import { packMiniProgram } from '@local-number/weapp-runtime'
import { type JsdomDevice, startInJsdom } from '@local-number/weapp-runtime/jsdom'
import { WebSocketServer } from 'ws'
import { DEMO_BUILD, phoneHost } from './mini-program'

type Params = Readonly<Record<string, unknown>>

/** The developer's own AppID, which the demo's simulator has not filed. */
const DEVTOOLS = { appId: 'wx0123456789abcdef', version: 'devtools', system: { platform: 'devtools' } }

/** The smallest PNG. */
const PICTURE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII='

export class DevToolsStandIn {
  #device: JsdomDevice | null = null
  #pageId = 0
  /** An element's id is its place: none is given twice, as the automator remembers them. */
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
    'Page.getElements': ({ selector }) => ({ elements: this.#find(String(selector)).map(this.#described) }),
    'Page.getElement': ({ selector }) => {
      const [found] = this.#find(String(selector))
      if (!found) throw new Error('no such element')
      return this.#described(found)
    },
    'Element.tap': ({ elementId }) => this.#phone.tap(this.#element(elementId)) as undefined,
    'Element.callFunction': ({ elementId, functionName, args }) => {
      if (functionName !== 'input.input') throw new Error(`the stand-in does not know ${functionName}`)
      this.#phone.type(this.#element(elementId), (args as [string])[0])
      return {}
    },
    'Element.getDOMProperties': ({ elementId, names }) => {
      if (String(names) !== 'innerText') throw new Error(`the stand-in does not know ${names}`)
      return { properties: [this.#element(elementId).textContent] }
    },
  }

  async #callWx(method: string, [{ url }]: [{ url: string }]): Promise<undefined> {
    if (method !== 'reLaunch') throw new Error(`the stand-in does not know wx.${method}`)
    this.#device?.close()
    this.#pageId += 1
    this.#device = await startInJsdom(packMiniProgram(DEMO_BUILD), {
      ...DEVTOOLS,
      launchUrl: url.slice(1),
      host: phoneHost(this.stack),
    })
  }

  get #phone(): JsdomDevice {
    if (!this.#device) throw new Error('no page is open')
    return this.#device
  }

  /** Of the visible page. A tag is written `wx-button` in the document. */
  #find(selector: string): readonly Element[] {
    const page = [...this.#phone.window.document.querySelectorAll('.weapp-page')].at(-1)
    return [...(page?.querySelectorAll(selector.replace(/^(?=[a-z])/, 'wx-')) ?? [])]
  }

  readonly #described = (element: Element) => {
    if (!this.#elements.includes(element)) this.#elements.push(element)
    return { elementId: String(this.#elements.indexOf(element)), tagName: element.localName.replace(/^wx-/, '') }
  }

  #element(id: unknown): Element {
    const element = this.#elements[Number(id)]
    if (!element?.isConnected) throw new Error('the element is gone')
    return element
  }
}
