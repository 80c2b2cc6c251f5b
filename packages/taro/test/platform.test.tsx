// Builds for other mini-programs: the carrier's check does not exist there.
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
