// Builds for other mini-programs: the carrier's check does not exist there.
import { act } from '@testing-library/react'
import type { LocalNumberLoginProps } from '../src'
import { createProps, createServers, open } from './page'

const isImage = (element: Element) => element.matches('img, taro-image-core')

describe.each(['alipay', 'tt', 'swan', 'qq', 'jd'])('on %s', (env) => {
  beforeEach(() => {
    process.env.TARO_ENV = env
  })
  afterEach(() => {
    process.env.TARO_ENV = 'h5'
  })

  /** The component after the user has agreed, and every image that was in the document meanwhile. */
  async function agreed(props: Partial<LocalNumberLoginProps> = {}) {
    const { LocalNumberLogin } = await import('../src')
    const images: Element[] = []
    const watch = new MutationObserver((changes) => {
      const added = changes.flatMap(({ addedNodes }) => [...addedNodes].filter((node) => node instanceof Element))
      images.push(...added.flatMap((element) => [element, ...element.querySelectorAll('*')]).filter(isImage))
    })
    watch.observe(document, { childList: true, subtree: true })
    const servers = createServers()
    const page = open(<LocalNumberLogin {...createProps(servers, props)} />)
    await page.tick()
    await page.tap('本机号码登录')
    return { servers, page, images }
  }

  test('the fallback names the platform; no image is mounted and nothing is sent', async () => {
    const onFallback = jest.fn()
    const { servers, page, images } = await agreed({ onFallback })
    await page.sees('当前设备不支持本机号码登录')
    expect(onFallback).toHaveBeenCalledTimes(1)
    expect(onFallback).toHaveBeenCalledWith(expect.objectContaining({ reason: 'platformUnsupported', code: env }))
    expect(images).toEqual([])
    for (const sent of [servers.fetch, servers.sign, servers.verify]) expect(sent).not.toHaveBeenCalled()
    expect(page.text()).not.toContain('重试')
  })

  test('a fallback of the app’s own gets the reason and no retry', async () => {
    const { page } = await agreed({
      renderFallback: (reason, phone, { code, retry }) => JSON.stringify({ reason, phone, code, retry }),
    })
    await page.sees(JSON.stringify({ reason: 'platformUnsupported', phone: '', code: env, retry: null }))
  })
})

describe('a browser that knows its network', () => {
  const connection = Object.assign(new EventTarget(), { type: 'wifi' })
  beforeEach(() => {
    connection.type = 'wifi'
    Object.defineProperty(navigator, 'connection', { value: connection, configurable: true })
  })
  afterEach(() => Reflect.deleteProperty(navigator, 'connection'))

  const change = (type: string) =>
    act(async () => {
      connection.type = type
      connection.dispatchEvent(new Event('change'))
    })

  test('continues by itself when Wi-Fi is turned off, and stops listening', async () => {
    const { LocalNumberLogin } = await import('../src')
    const removed = jest.spyOn(connection, 'removeEventListener')
    const page = open(<LocalNumberLogin {...createProps(createServers(), { network: undefined })} />)
    await page.tick()
    await page.tap('本机号码登录')
    await page.sees('请关闭 Wi\u2011Fi')
    await change('none')
    await page.sees('请关闭 Wi\u2011Fi')
    await change('cellular')
    await page.imageLoads()
    await page.find('.lnl-input input')
    expect(removed).toHaveBeenCalledTimes(1)
  })
})

test('a page that was hidden starts failed work over when it is visible again', async () => {
  const visibility = jest.spyOn(document, 'visibilityState', 'get')
  const turn = (state: DocumentVisibilityState) =>
    act(async () => {
      visibility.mockReturnValue(state)
      document.dispatchEvent(new Event('visibilitychange'))
    })
  const removed = jest.spyOn(document, 'removeEventListener')
  const { LocalNumberLogin } = await import('../src')
  const servers = createServers()
  const page = open(<LocalNumberLogin {...createProps(servers)} />)
  await page.tick()
  await page.tap('本机号码登录')
  await page.find('taro-image-core img')
  await turn('hidden')
  await page.imageFails()
  expect(servers.sign).toHaveBeenCalledTimes(1)
  await turn('visible')
  await page.find('taro-image-core img')
  expect(servers.sign).toHaveBeenCalledTimes(2)
  page.unmount()
  expect(removed.mock.calls.map(([type]) => type)).toContain('visibilitychange')
  visibility.mockRestore()
})
