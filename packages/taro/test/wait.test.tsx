// What a user sees of the time that the business server asks to wait.
import { act, renderHook, waitFor } from '@testing-library/react'
import { type FallbackControls, LocalNumberLogin, type LocalNumberLoginProps, LoginApiError } from '../src'
import { en } from '../src/locale/en'
import { zhHK } from '../src/locale/zh-hk'
import { zhTW } from '../src/locale/zh-tw'
import { zhCN } from '../src/texts'
import { describeWait, useWaitSeconds } from '../src/views/wait'
import { createProps, createServers, open, type Page, type Servers, WAYS } from './page'

const START = Date.UTC(2026, 10, 22)

beforeEach(() => jest.useFakeTimers({ now: START }))
afterEach(() => jest.useRealTimers())

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms))

/** A login whose server refuses to sign, at its fallback. */
async function refused(
  { code = 'rateLimited', retryAfterMs }: { readonly code?: string; readonly retryAfterMs?: number },
  props: Partial<LocalNumberLoginProps> = {},
) {
  const servers = createServers()
  servers.sign.mockRejectedValueOnce(new LoginApiError(code, retryAfterMs === undefined ? {} : { retryAfterMs }))
  const page = open(<LocalNumberLogin {...createProps(servers, props)} />)
  await page.tick()
  await page.tap('本机号码登录')
  return { page, servers }
}

const findTimer = (page: Page) => page.find('[role=timer]')
const press = async (page: Page, label: string, { sign }: Servers) => {
  const before = sign.mock.calls.length
  await page.tap(label)
  await pass(0)
  return sign.mock.calls.length - before
}

describe('too many tries', () => {
  test('name the seconds, which count down by the clock', async () => {
    const { page } = await refused({ retryAfterMs: 45_000 })
    await page.sees('操作过于频繁45 秒后可重试。')
    await pass(1000)
    await page.sees('44 秒后可重试。')
    await pass(43_000)
    await page.sees('1 秒后可重试。')
  })

  test('offer the retry when the time has passed, and not before', async () => {
    const { page, servers } = await refused({ retryAfterMs: 45_000 })
    const button = await page.find('.lnl-button')
    expect(button.getAttribute('aria-disabled')).toBe('true')
    expect(await press(page, '重试', servers)).toBe(0)
    await pass(44_999)
    expect(await press(page, '重试', servers)).toBe(0)
    await pass(1)
    await page.sees('现在可以重试了。')
    expect(button.getAttribute('aria-disabled')).toBeNull()
    expect(await press(page, '重试', servers)).toBe(1)
    await page.imageLoads()
    await page.find('.lnl-input input')
  })

  test('count what passed in the background, where timers stop', async () => {
    const { page } = await refused({ retryAfterMs: 45_000 })
    await page.sees('45 秒后可重试。')
    jest.setSystemTime(START + 40_000)
    await pass(1000)
    await page.sees('4 秒后可重试。')
    jest.setSystemTime(START + 3_600_000)
    await pass(1000)
    await page.sees('现在可以重试了。')
  })

  test('offer the other ways at once, and first: the order stays when the time has passed', async () => {
    const { page } = await refused({ retryAfterMs: 1000 }, { otherWays: WAYS })
    await page.sees('1 秒后可重试。')
    expect(page.buttons()).toEqual(['短信登录', '微信登录', '重试', '复制'])
    await pass(1000)
    await page.sees('现在可以重试了。')
    expect(page.buttons()).toEqual(['短信登录', '微信登录', '重试', '复制'])
    expect(page.text()).not.toContain('请使用其他方式登录')
  })

  test('without a waiting time may be tried again at once', async () => {
    const { page, servers } = await refused({})
    await page.sees('操作过于频繁请稍后重试。')
    expect(await press(page, '重试', servers)).toBe(1)
  })

  test('tell the app how long to wait', async () => {
    const onFallback = jest.fn()
    const { page } = await refused({ retryAfterMs: 45_000 }, { onFallback })
    await page.sees('45 秒后可重试。')
    expect(onFallback.mock.calls).toEqual([
      [expect.objectContaining({ reason: 'rateLimited', code: 'rateLimited', retryAfterMs: 45_000 })],
    ])
  })

  test.each([Number.MAX_SAFE_INTEGER, Number.POSITIVE_INFINITY])(
    'of a broken server that names %d ms are waited for during a day',
    async (retryAfterMs) => {
      const onFallback = jest.fn()
      const { page } = await refused({ retryAfterMs }, { onFallback })
      await page.sees('24 小时后可重试。')
      expect(onFallback).toHaveBeenCalledWith(expect.objectContaining({ retryAfterMs: 86_400_000 }))
    },
  )
})

test.each(['overloaded', 'storeRestored'])('%s waits with the words of an unavailable service', async (code) => {
  const { page } = await refused({ code, retryAfterMs: 90_000 })
  await page.sees('服务暂不可用2 分钟后可重试。')
  expect((await page.find('.lnl-button')).getAttribute('aria-disabled')).toBe('true')
  await pass(90_000)
  await page.sees('服务暂不可用现在可以重试了。')
  expect((await page.find('.lnl-button')).getAttribute('aria-disabled')).toBeNull()
})

test('too many wrong numbers keep their own words, without a countdown', async () => {
  const onFallback = jest.fn()
  const { page } = await refused({ code: 'attemptsExhausted', retryAfterMs: 86_400_000 }, { onFallback })
  await page.sees('尝试次数过多号码多次不一致。')
  expect(document.querySelector('[role=timer]')).toBeNull()
  expect(onFallback).toHaveBeenCalledWith(expect.objectContaining({ retryAfterMs: null }))
})

test('a fallback of the app’s own gets the seconds, and the retry when it can help', async () => {
  const seen: FallbackControls[] = []
  const renderFallback: LocalNumberLoginProps['renderFallback'] = (_reason, _phone, controls) => {
    seen.push(controls)
    return '其他登录'
  }
  const { page, servers } = await refused({ retryAfterMs: 2000 }, { renderFallback })
  await page.sees('其他登录')
  await pass(1000)
  await pass(1000)
  expect(seen.map(({ waitSeconds }) => waitSeconds)).toEqual([2, 1, 0])
  expect(seen.map(({ retry }) => retry !== null)).toEqual([false, false, true])
  await act(async () => seen.at(-1)?.retry?.())
  await waitFor(() => expect(servers.sign).toHaveBeenCalledTimes(2))
})

describe('screen readers', () => {
  test('find the countdown, and are not told each second', async () => {
    const { page } = await refused({ retryAfterMs: 45_000 })
    const timer = await findTimer(page)
    expect(timer.closest('[aria-live], [role=status], [role=alert]')).toBeNull()
    const status = await page.find('[role=status]')
    const spoken: (string | null)[] = []
    const observer = new MutationObserver(() => spoken.push(status.textContent))
    observer.observe(status, { childList: true, characterData: true, subtree: true })
    for (let second = 0; second < 44; second++) await pass(1000)
    expect(spoken).toEqual([])
    await pass(1000)
    await page.sees('现在可以重试了。')
    expect(spoken).toEqual(['现在可以重试了。'])
    observer.disconnect()
  })
})

describe('the words', () => {
  test.each([
    [1, 'You can try again in 1 second.'],
    [2, 'You can try again in 2 seconds.'],
    [59, 'You can try again in 59 seconds.'],
    [60, 'You can try again in 1 minute.'],
    [61, 'You can try again in 2 minutes.'],
    [3600, 'You can try again in 60 minutes.'],
    [3601, 'You can try again in 2 hours.'],
    [85_860, 'You can try again in 24 hours.'],
    [0, 'You can try again now.'],
  ])('for %d seconds are, in English, %j', (seconds, words) => {
    expect(describeWait(en.texts, seconds)).toBe(words)
  })

  test.each([
    [zhCN, '30 秒后可重试。', '2 分钟后可重试。', '24 小时后可重试。'],
    [zhHK, '30 秒後可重試。', '2 分鐘後可重試。', '24 小時後可重試。'],
    [zhTW, '30 秒後可重試。', '2 分鐘後可重試。', '24 小時後可重試。'],
  ])('are there in $tag', ({ texts }, seconds, minutes, hours) => {
    expect([30, 90, 85_860].map((each) => describeWait(texts, each))).toEqual([seconds, minutes, hours])
  })
})

test('a view without a wait sets no timer, and one that is gone leaves none', () => {
  const { rerender, unmount } = renderHook(({ ms }) => useWaitSeconds(() => ms), { initialProps: { ms: 0 } })
  expect(jest.getTimerCount()).toBe(0)
  rerender({ ms: 1500 })
  expect(jest.getTimerCount()).toBe(1)
  unmount()
  expect(jest.getTimerCount()).toBe(0)
})
