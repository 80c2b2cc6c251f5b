// Builds for other mini-programs: the carrier's check does not exist there.
import { act } from '@testing-library/react'
import { open, propsWith, servers } from './world'

test.each(['alipay', 'tt', 'swan', 'qq', 'jd'])(
  'on %s the fallback says so, and the image is never mounted',
  async (env) => {
    process.env.TARO_ENV = env
    try {
      const { LocalNumberLogin } = await import('../src')
      const world = servers()
      const onFallback = jest.fn()
      const page = open(<LocalNumberLogin {...propsWith(world, { onFallback })} />)
      await page.tick()
      await page.tap('同意并继续')
      await page.sees('这里不支持本机号码登录')
      expect(onFallback).toHaveBeenCalledWith(expect.objectContaining({ reason: 'platformUnsupported', code: env }))
      expect(page.imageElement()).toBeNull()
      expect(world.sign).not.toHaveBeenCalled()
    } finally {
      process.env.TARO_ENV = 'h5'
    }
  },
)

describe('a browser that tells its network', () => {
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

  test('goes on by itself when Wi-Fi is turned off, and listens no longer than that', async () => {
    const { LocalNumberLogin } = await import('../src')
    const removed = jest.spyOn(connection, 'removeEventListener')
    const page = open(<LocalNumberLogin {...propsWith(servers(), { network: undefined })} />)
    await page.tick()
    await page.tap('同意并继续')
    await page.sees('正在使用 WLAN')
    await page.tap('关闭 WLAN 后重试')
    await page.sees('正在等待移动网络')
    await change('none')
    await page.sees('正在等待移动网络')
    await change('cellular')
    await page.imageLoads()
    await page.find('.lnl-input input')
    expect(removed).toHaveBeenCalledTimes(1)
  })
})
