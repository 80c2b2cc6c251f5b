// The language in which the terms were shown, as part of the consent receipt.
import { act, renderHook, waitFor } from '@testing-library/react'
import { LocalNumberLogin, type LocalNumberLoginProps, LocalNumberProvider, useLocalNumberLogin } from '../src'
import { en } from '../src/locale/en'
import { zhHK } from '../src/locale/zh-hk'
import { zhTW } from '../src/locale/zh-tw'
import { createProps, createServers, open, type Servers } from './page'

let servers: Servers
beforeEach(() => {
  servers = createServers()
})

const readReceipt = () => servers.sign.mock.calls[0]?.[0].consent

/** Ticks the box and goes on, in any language. */
async function agree(props: Partial<LocalNumberLoginProps>) {
  const page = open(<LocalNumberLogin {...createProps(servers, props)} />)
  await page.tick()
  const button = await page.find('.lnl-view .lnl-button')
  await act(async () => button.click())
  await waitFor(() => expect(servers.sign).toHaveBeenCalledTimes(1))
}

test.each<[string, string, Partial<LocalNumberLoginProps>]>([
  ['by default', 'zh-CN', {}],
  ['for a tag that is not shipped', 'zh-CN', { locale: 'fr' }],
  ['for a locale', 'en', { locale: en }],
  ['for a tag with a region', 'en', { locale: 'en-GB', locales: [en] }],
  ['for a tag in another spelling', 'zh-HK', { locale: 'zh_HK', locales: [zhHK, zhTW] }],
  ['for a third locale', 'zh-TW', { locale: zhTW }],
  ['for a locale of the app’s own', 'ja', { locale: { tag: 'ja', texts: en.texts } }],
  ['for terms in another language than the texts', 'de', { locale: en, consentLocale: 'de' }],
])('the component sends, %s, %s', async (_when, locale, props) => {
  await agree(props)
  expect(readReceipt()).toEqual({ version: '1', locale })
})

test('a language that follows the browser is sent as the one that was shown', async () => {
  const language = jest.spyOn(navigator, 'language', 'get').mockReturnValue('en-US')
  await agree({ locale: 'auto', locales: [en] })
  expect(readReceipt()).toEqual({ version: '1', locale: 'en' })
  language.mockRestore()
})

test('a language that the user changes before going on is sent', async () => {
  const props = createProps(servers)
  const page = open(<LocalNumberLogin {...props} />)
  page.rerender(<LocalNumberLogin {...props} locale={en} />)
  await page.tick()
  await page.tap("Sign in with this phone's number")
  await waitFor(() => expect(readReceipt()).toEqual({ version: '1', locale: 'en' }))
})

test('the language of a provider is sent', async () => {
  const page = open(
    <LocalNumberProvider locale={zhHK}>
      <LocalNumberLogin {...(createProps(servers) as LocalNumberLoginProps)} />
    </LocalNumberProvider>,
  )
  await page.tick()
  await page.tap('本機號碼登入')
  await waitFor(() => expect(readReceipt()).toEqual({ version: '1', locale: 'zh-HK' }))
})

test.each([
  [{ version: '1' }, undefined],
  [{ version: '1', locale: 'en' }, 'en'],
])('the hook, which shows no terms, sends %j if the app names %s', async (receipt, consentLocale) => {
  const { result } = renderHook(() => useLocalNumberLogin(createProps(servers, { consentLocale })))
  await act(async () => result.current.agree())
  await waitFor(() => expect(readReceipt()).toEqual(receipt))
})
