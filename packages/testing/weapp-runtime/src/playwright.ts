/**
 * A run in a page of Playwright: real images, keys and taps.
 *
 * @example
 * import { packMiniProgram } from '@local-number/weapp-runtime'
 * import { startInPage } from '@local-number/weapp-runtime/playwright'
 * import { test } from '@playwright/test'
 *
 * test('a tap on the button opens the detail page', async ({ page }) => {
 *   await startInPage(page, packMiniProgram('dist/weapp'))
 *   await page.locator('wx-button').tap()
 * })
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
  toReferer,
} from './device'
import { createHttpHost } from './http-host'
import type { MiniProgramPackage } from './package'
import { readRuntimeScript } from './runtime-script'
import { hasPhoneNumberQuota, issuePhoneNumberCode } from './wx/phone-number'

export type { LocalDevice } from './device'

export interface PlaywrightOptions extends Partial<DeviceSettings> {
  /** @default createHttpHost() */
  readonly host?: Host
}

/**
 * Starts a packed mini-program in an open page, whose content is replaced. A page can be started once.
 *
 * @throws RuntimeError `notBuilt`; Error with the message of what the mini-program threw at its start
 */
export async function startInPage(
  page: Page,
  pkg: MiniProgramPackage,
  options: PlaywrightOptions = {},
): Promise<Device> {
  const { host = createHttpHost(), ...overrides } = options
  const settings: DeviceSettings = { ...DEFAULT_SETTINGS, ...overrides }
  await exposeHost(page, host)
  await page.route('**/*', (route) => {
    const request = route.request()
    const headers = request.headers()
    if (request.resourceType() !== 'image' || !headers.referer) return route.fallback()
    // Pages cannot set a Referer in Chromium, so Node sends the request with the mini-program's.
    return fetchWithReferer(route, toReferer(settings))
  })
  await page.goto(await servePage(page))
  await page.addScriptTag({ content: readRuntimeScript() })
  await startRuntime(page, pkg, settings)
  return createRemoteDevice(page)
}

async function exposeHost(page: Page, host: Host): Promise<void> {
  await page.exposeFunction('weappRequest', (request: HttpRequest) => host.request(request))
  await page.exposeFunction('weappAbort', (id: number) => host.abort(id))
  await page.exposeFunction('weappCallFunction', (name: string, data: unknown) => host.callFunction(name, data))
  await page.exposeFunction('weappHasPhoneNumberQuota', (appId: string) => hasPhoneNumberQuota(host, appId))
  await page.exposeFunction('weappIssuePhoneNumberCode', (appId: string) => issuePhoneNumberCode(host, appId))
}

function startRuntime(page: Page, pkg: MiniProgramPackage, settings: DeviceSettings): Promise<void> {
  return page.evaluate(
    ([pkg, settings]) => {
      const exposed = window as unknown as Record<string, (...parameters: unknown[]) => Promise<never>>
      const call =
        (name: string) =>
        (...parameters: unknown[]) =>
          (exposed[name] as () => Promise<never>).apply(null, parameters as [])
      const host = {
        request: call('weappRequest'),
        abort: call('weappAbort'),
        callFunction: call('weappCallFunction'),
        hasPhoneNumberQuota: call('weappHasPhoneNumberQuota'),
        issuePhoneNumberCode: call('weappIssuePhoneNumberCode'),
      }
      const { start, createIframeRealm } = window.weappRuntime
      window.weappDevice = start({ pkg, settings, host: host as never, createRealm: createIframeRealm })
    },
    [pkg, settings] as const,
  )
}

function createRemoteDevice(page: Page): Device {
  const call = <M extends keyof Device>(method: M, ...parameters: Parameters<Device[M]>) =>
    page.evaluate(([name, values]) => (window.weappDevice[name] as (...all: unknown[]) => unknown)(...values), [
      method,
      parameters,
    ] as const) as ReturnType<Device[M]>
  return {
    setNetworkType: (type) => call('setNetworkType', type),
    setTheme: (theme) => call('setTheme', theme),
    receiveCode: (code) => call('receiveCode', code),
    hide: () => call('hide'),
    show: () => call('show'),
    back: () => call('back'),
    pages: () => call('pages'),
    report: () => call('report'),
    transfers: () => call('transfers'),
  }
}

async function fetchWithReferer(route: Route, referer: string): Promise<void> {
  try {
    const response = await route.fetch({ headers: { ...route.request().headers(), referer } })
    await route.fulfill({ response })
  } catch {
    // The server is not reachable, or the page was closed.
    await route.abort().catch(() => undefined)
  }
}

/** Serves the page from loopback: from another address Chromium blocks images of a simulator on this machine. */
async function servePage(page: Page): Promise<string> {
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
