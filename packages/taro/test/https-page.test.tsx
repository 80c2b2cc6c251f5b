/**
 * The login on an https page, where no http image loads.
 *
 * @jest-environment-options {"url": "https://shop.test/login"}
 */

import { createHttpsH5Ydrz } from '@local-number/jssdk/https'
import { act, waitFor } from '@testing-library/react'
import { StrictMode } from 'react'
import { imageEdition, LocalNumberLogin, type LocalNumberLoginProps } from '../src'
import { httpsEdition } from '../src/https'
import { createVendorDriver } from '../src/vendor'
import { createProps, createServers, HTTPS_TOKEN, open, type Page, PHONE, type Servers, WAYS } from './page'

let servers: Servers
beforeEach(() => {
  servers = createServers()
})

const raise = (): never => {
  throw new Error('no call is waiting')
}

const BOTH = [imageEdition, httpsEdition]
const openLogin = (props: Partial<LocalNumberLoginProps> = {}) =>
  open(<LocalNumberLogin {...createProps(servers, props)} />)

async function agree(page: Page): Promise<void> {
  await page.tick()
  await page.tap('本机号码登录')
}

async function verify(page: Page): Promise<void> {
  await page.find('.lnl-input input')
  await page.type(PHONE)
  await page.tap('登录')
  await page.sees('验证成功')
}

test('the image edition alone ends with httpsPage before anything is sent or mounted', async () => {
  const onFallback = jest.fn()
  const page = openLogin({ onFallback })
  await agree(page)
  await page.sees('当前页面不支持本机号码登录')
  expect(onFallback).toHaveBeenCalledWith(expect.objectContaining({ reason: 'httpsPage', code: null }))
  for (const sent of [servers.sign, servers.fetch]) expect(sent).not.toHaveBeenCalled()
  expect(page.imageElement()).toBeNull()
})

test.each([
  ['both editions', BOTH],
  ['the HTTPS edition alone', [httpsEdition]],
])('%s: the HTTPS edition logs in without an image, and onEvent names it', async (_what, editions) => {
  const onEvent = jest.fn()
  const page = openLogin({ editions, onEvent })
  await agree(page)
  await page.find('.lnl-input input')
  expect(page.imageElement()).toBeNull()
  await verify(page)
  expect(servers.sign.mock.calls[0]?.[0]).toMatchObject({ edition: 'httpsH5' })
  expect(servers.sign.mock.calls[0]?.[0]).not.toHaveProperty('preSign')
  expect(servers.fetch.mock.calls.map(([url]) => url)).toEqual(['https://verify.cmpassport.com/h5/getMobile'])
  expect(servers.verify.mock.calls[0]?.[0]).toMatchObject({ token: 'HTTPS TOKEN' })
  expect(onEvent.mock.calls.map(([{ edition }]) => edition)).toEqual([
    null,
    'https',
    'https',
    'https',
    'https',
    'https',
    'https',
  ])
})

test('in StrictMode, mounted twice, one signature and one token are used', async () => {
  const page = open(
    <StrictMode>
      <LocalNumberLogin {...createProps(servers, { editions: BOTH })} />
    </StrictMode>,
  )
  await agree(page)
  await verify(page)
  for (const sent of [servers.sign, servers.fetch, servers.verify]) expect(sent).toHaveBeenCalledTimes(1)
})

test.each([
  ['before consent', []],
  ['before consent, with one edition', [httpsEdition]],
  ['before consent, with both', BOTH],
  ['before consent, with both the other way round', [httpsEdition, imageEdition]],
])('nothing is sent or mounted %s', async (_when, editions) => {
  const page = openLogin({ editions })
  await page.tick()
  for (const sent of [servers.sign, servers.fetch]) expect(sent).not.toHaveBeenCalled()
  expect(page.imageElement()).toBeNull()
})

describe('while the carrier is asked', () => {
  /** Its call does not end until the test says so. */
  async function asking() {
    const signals: AbortSignal[] = []
    const calls: { resolve: (answer: object) => void; reject: (error: Error) => void }[] = []
    servers.fetch.mockImplementation((_url: string, { signal }: RequestInit) => {
      if (signal) signals.push(signal)
      return new Promise((resolve, reject) => calls.push({ resolve, reject }))
    })
    const onFallback = jest.fn()
    const page = openLogin({ editions: BOTH, onFallback, otherWays: WAYS })
    await agree(page)
    await waitFor(() => expect(calls).toHaveLength(1))
    const end = (how: (call: (typeof calls)[number]) => void) => act(async () => how(calls.shift() ?? raise()))
    const answer = () => end(({ resolve }) => resolve({ status: 200, text: async () => JSON.stringify(HTTPS_TOKEN) }))
    return {
      page,
      signals,
      calls,
      onFallback,
      answer,
      fail: () => end(({ reject }) => reject(new TypeError('failed'))),
    }
  }

  test('leaving aborts the call, and a late token changes nothing', async () => {
    const { page, signals, onFallback, answer } = await asking()
    await page.tap('其他方式登录')
    expect(signals.map(({ aborted }) => aborted)).toEqual([true])
    await answer()
    expect(onFallback.mock.calls.map(([{ reason }]) => reason)).toEqual(['userChoice'])
  })

  test('unmounting aborts the call', async () => {
    const { page, signals } = await asking()
    page.unmount()
    expect(signals.map(({ aborted }) => aborted)).toEqual([true])
  })

  test('a page that was hidden starts an interrupted call over when it is visible again', async () => {
    const visibility = jest.spyOn(document, 'visibilityState', 'get')
    const turn = (state: DocumentVisibilityState) =>
      act(async () => {
        visibility.mockReturnValue(state)
        document.dispatchEvent(new Event('visibilitychange'))
      })
    const { page, calls, onFallback, answer, fail } = await asking()
    await turn('hidden')
    await fail()
    expect(page.text()).toContain('正在核验本机号码')
    expect(onFallback).not.toHaveBeenCalled()
    await turn('visible')
    await waitFor(() => expect(calls).toHaveLength(1))
    expect(servers.sign).toHaveBeenCalledTimes(2)
    await answer()
    await page.find('.lnl-input input')
    visibility.mockRestore()
  })
})

test('Unicom’s SIM is told apart, and another way is offered instead of a retry', async () => {
  const body = { resultCode: '103111', resultDesc: 'WAP网关IP错误', token: '', msisdnOwner: 'CU' }
  servers.fetch.mockResolvedValue({ status: 200, text: async () => JSON.stringify({ header: {}, body }) })
  const onFallback = jest.fn()
  const page = openLogin({ editions: BOTH, onFallback, otherWays: WAYS })
  await agree(page)
  await page.sees('仅支持中国移动号码')
  expect(onFallback).toHaveBeenCalledWith(expect.objectContaining({ reason: 'otherCarrier', code: '103111' }))
  expect(page.buttons()).toEqual(['短信登录', '微信登录', '复制'])
})

test('a vendor’s script of the HTTPS edition works as sdk', async () => {
  const onEvent = jest.fn()
  const page = openLogin({ sdk: createVendorDriver(createHttpsH5Ydrz(window)), onEvent })
  await agree(page)
  await verify(page)
  expect(servers.sign.mock.calls[0]?.[0].preSign).toMatch(/^3000118774951[0-9A-V]{32}\d{17}/)
  expect(servers.verify.mock.calls[0]?.[0]).toMatchObject({ token: 'HTTPS TOKEN' })
  expect(onEvent.mock.calls.at(-1)?.[0]).toMatchObject({ to: 'verified', edition: 'https' })
})

test('a script of the image edition does not', async () => {
  const sdk = { getSign: () => 'PRE-SIGN', getImgSrc: () => 'http://carrier.test/', getTokenInfo: () => undefined }
  const onFallback = jest.fn()
  const page = openLogin({ sdk: createVendorDriver(sdk), onFallback })
  await agree(page)
  await page.sees('当前页面不支持本机号码登录')
  expect(onFallback).toHaveBeenCalledWith(expect.objectContaining({ reason: 'httpsPage', code: null }))
})
