/**
 * The HTTPS edition on an https page: its signature is fetched between tick and tap.
 *
 * @jest-environment-options {"url": "https://shop.test/login"}
 */
import { waitFor } from '@testing-library/react'
import { imageEdition, LocalNumberLogin, type LocalNumberLoginProps } from '../src'
import { httpsEdition } from '../src/https'
import { createProps, createServers, open, PHONE, type Servers } from './page'

let servers: Servers
beforeEach(() => {
  servers = createServers()
})

const openLogin = (props: Partial<LocalNumberLoginProps> = {}) => {
  const { sign, consent, verify } = servers
  const defaults = createProps(servers, { editions: [httpsEdition], api: { sign, consent, verify }, flow: 'oneScreen' })
  return open(<LocalNumberLogin {...Object.assign(defaults, props)} />)
}

test.each([
  ['the HTTPS edition alone', [httpsEdition]],
  ['both editions, of which the page excludes one', [imageEdition, httpsEdition]],
])('%s: the tick fetches, the tap sends the receipt, and one screen logs in', async (_what, editions) => {
  const page = openLogin({ editions })
  await page.type(PHONE)
  expect(servers.sign).not.toHaveBeenCalled()
  await page.tick()
  await waitFor(() => expect(servers.sign).toHaveBeenCalledTimes(1))
  expect(servers.sign.mock.calls[0]?.[0]).toEqual({ edition: 'httpsH5', session: expect.any(String) })
  for (const sent of [servers.consent, servers.fetch]) expect(sent).not.toHaveBeenCalled()
  await page.tap('本机号码登录')
  await page.sees('验证成功')
  expect(servers.consent.mock.calls.map(([request]) => request)).toEqual([
    { attemptId: 'A', consent: { version: '1', locale: 'zh-CN' } },
  ])
  expect(servers.consent.mock.invocationCallOrder[0]).toBeLessThan(servers.fetch.mock.invocationCallOrder[0] ?? 0)
  expect(servers.sign).toHaveBeenCalledTimes(1)
})

test('unticking aborts what was asked for', async () => {
  const signals: AbortSignal[] = []
  servers.sign.mockImplementation((_request, { signal }) => {
    signals.push(signal)
    return new Promise(() => undefined)
  })
  const page = openLogin()
  await page.tick()
  await waitFor(() => expect(signals).toHaveLength(1))
  await page.tick()
  expect(signals.map(({ aborted }) => aborted)).toEqual([true])
})

test('the dialog’s button ticks and taps at once: it signs with consent', async () => {
  const page = openLogin()
  await page.type(PHONE)
  await page.tap('本机号码登录')
  await page.tap('同意并登录')
  await page.sees('验证成功')
  expect(servers.sign.mock.calls.map(([{ consent }]) => consent)).toEqual([{ version: '1', locale: 'zh-CN' }])
  expect(servers.consent).not.toHaveBeenCalled()
})

test('options that cannot work send nothing', async () => {
  const page = openLogin({ sdk: {} } as never)
  await page.tick()
  expect(servers.sign).not.toHaveBeenCalled()
})
