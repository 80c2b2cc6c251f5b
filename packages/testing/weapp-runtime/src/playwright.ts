/**
 * A run in a page of Playwright's: real images, real typing, real taps.
 *
 * @module
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page, Route } from 'playwright-core'
import {
  DEFAULT_SETTINGS,
  type Device,
  type DeviceSettings,
  type Host,
  type HttpRequest,
  type LocalDevice,
  refererOf,
} from './device'
import { httpHost } from './http-host'
import type { MiniProgramPackage } from './package'
import { runtimeScript } from './runtime-script'

export interface PlaywrightOptions extends Partial<DeviceSettings> {
  /** Default: {@link httpHost} without cloud functions. */
  readonly host?: Host
}

/**
 * Starts a packed mini-program in an open page, whose content is replaced. A page can be started once.
 *
 * @throws RuntimeError `notBuilt`; what the mini-program's start threw
 */
export async function startInPage(
  page: Page,
  pkg: MiniProgramPackage,
  options: PlaywrightOptions = {},
): Promise<Device> {
  const { host = httpHost(), ...given } = options
  const settings: DeviceSettings = { ...DEFAULT_SETTINGS, ...given }
  await page.exposeFunction('weappRequest', (request: HttpRequest) => host.request(request))
  await page.exposeFunction('weappAbort', (id: number) => host.abort(id))
  await page.exposeFunction('weappCallFunction', (name: string, data: unknown) => host.callFunction(name, data))
  await page.route('**/*', (route) => {
    const request = route.request()
    const headers = request.headers()
    if (request.resourceType() !== 'image' || !headers.referer) return route.fallback()
    // Where the page allows a Referer, it is the mini-program's; Chromium lets nobody but Node say so.
    return withReferer(route, refererOf(settings))
  })
  await page.goto(await servedPage(page))
  await page.addScriptTag({ content: runtimeScript() })
  await page.evaluate(
    ([packed, device]) => {
      const outside = window as unknown as Record<string, (...parameters: unknown[]) => Promise<never>>
      const bridge =
        (name: string) =>
        (...parameters: unknown[]) =>
          (outside[name] as () => Promise<never>).apply(null, parameters as [])
      const host = {
        request: bridge('weappRequest'),
        abort: bridge('weappAbort'),
        callFunction: bridge('weappCallFunction'),
      }
      const { start, iframeRealm } = window.weappRuntime
      window.weappDevice = start(packed, device, host as never, iframeRealm)
    },
    [pkg, settings] as const,
  )
  const local = <M extends keyof Device>(method: M, ...parameters: Parameters<Device[M]>) =>
    page.evaluate(([name, values]) => (window.weappDevice[name] as (...all: unknown[]) => unknown)(...values), [
      method,
      parameters,
    ] as const) as ReturnType<Device[M]>
  return {
    setNetworkType: (type) => local('setNetworkType', type),
    hide: () => local('hide'),
    show: () => local('show'),
    back: () => local('back'),
    pages: () => local('pages'),
    report: () => local('report'),
  }
}

async function withReferer(route: Route, referer: string): Promise<void> {
  try {
    const response = await route.fetch({ headers: { ...route.request().headers(), referer } })
    await route.fulfill({ response })
  } catch {
    // Nobody answered, or the page has left.
    await route.abort().catch(() => undefined)
  }
}

/** A page that comes from loopback for real: from elsewhere Chromium would load no image of a simulator on this machine. */
async function servedPage(page: Page): Promise<string> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end(PAGE)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  page.once('close', () => {
    server.close()
    server.closeAllConnections()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

const PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>weapp-runtime</title></head><body></body></html>`

declare global {
  interface Window {
    weappDevice: LocalDevice
  }
}
