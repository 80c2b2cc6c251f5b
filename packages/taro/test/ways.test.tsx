// What a screen offers: other ways to log in, trying again, and not to log in.
import { act, waitFor } from '@testing-library/react'
import {
  type FallbackReason,
  LocalNumberLogin,
  type LocalNumberLoginProps,
  type OtherWay,
  type WayContext,
} from '../src'
import { createProps, createServers, open, PHONE, type Servers, WAYS, walkToPhoneEntry } from './page'

let servers: Servers
beforeEach(() => {
  servers = createServers()
})

const openLogin = (props: Partial<LocalNumberLoginProps> = {}) =>
  open(<LocalNumberLogin {...createProps(servers, props)} />)

type Page = ReturnType<typeof openLogin>

const offline = { type: async () => 'none' as const, onChange: () => () => undefined }

async function agree(page: Page) {
  await page.tick()
  await page.tap('本机号码登录')
}

describe('without other ways', () => {
  test.each([
    ['consent', async () => openLogin()],
    [
      'phone entry',
      async () => {
        const page = openLogin()
        await walkToPhoneEntry(page)
        return page
      },
    ],
    [
      'a failure that another way would solve',
      async () => {
        const page = openLogin()
        await agree(page)
        await page.imageFails()
        await page.sees('未能识别本机号码')
        return page
      },
    ],
  ])('none is spoken of at %s', async (_where, walk) => {
    const page = await walk()
    await page.find('.lnl-button')
    expect(page.text()).not.toContain('其他方式')
  })

  test('trying again comes first, and a failure that it cannot solve leads to the start', async () => {
    const page = openLogin()
    await agree(page)
    await page.imageFails()
    await page.find('.lnl-mark-bad')
    expect(page.buttons()).toEqual(['重试', '复制'])
    servers.verify.mockResolvedValueOnce({ outcome: 'dailyLimit', code: '121011', attemptsLeft: 0, traceId: 't' })
    await page.tap('重试')
    await page.imageLoads()
    await page.type(PHONE)
    await page.tap('登录')
    await page.sees('今日验证次数已达上限')
    expect(page.buttons()).toEqual(['重新登录', '复制'])
    await page.tap('重新登录')
    expect(await page.isTicked()).toBe(false)
  })

  test.each([
    ['noOtherWay', {}, { otherWays: WAYS }],
    ['noWayOut', { layout: 'sheet', otherWays: WAYS }, { layout: 'sheet', otherWays: WAYS, onCancel: () => undefined }],
  ] as const)('a development build warns of %s once', async (code, deadEnd, open) => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined)
    await jest.isolateModulesAsync(async () => {
      const { warnAboutDeadEnds } = await import('../src/ways-check')
      warnAboutDeadEnds(createProps(servers, open))
      expect(warn).not.toHaveBeenCalled()
      for (const _time of [1, 2]) warnAboutDeadEnds(createProps(servers, deadEnd))
    })
    expect(warn.mock.calls).toEqual([[expect.stringMatching(`^${code}: `)]])
    warn.mockRestore()
  })
})

describe('with ways', () => {
  test('one is entered directly, by its own label', async () => {
    const page = openLogin({ otherWays: WAYS.slice(0, 1) })
    await page.tap('短信登录')
    await page.sees('返回')
    await page.tap('返回')
    await page.find('.lnl-checkbox')
  })

  test('several are listed without a mark of failure, with a way back', async () => {
    const page = openLogin({ otherWays: WAYS })
    await page.tap('其他方式登录')
    expect(page.buttons()).toEqual(['短信登录', '微信登录', '本机号码登录'])
    expect(document.querySelector('.lnl-mark')).toBeNull()
    await page.tap('本机号码登录')
    await page.find('.lnl-checkbox')
  })

  test('only those that are available now are offered, by what they are told', async () => {
    const available = jest.fn(({ reason }: { reason: FallbackReason | null }) => reason !== null)
    const page = openLogin({ otherWays: [{ ...(WAYS[0] as OtherWay), available }], network: offline })
    await page.find('.lnl-button')
    expect(page.buttons()).toEqual(['本机号码登录'])
    await agree(page)
    await page.sees('网络未连接')
    expect(available).toHaveBeenLastCalledWith({ phone: '', reason: 'offline', agreed: true })
    expect(page.buttons()).toEqual(['重试', '短信登录', '复制'])
  })

  test('a failure that a retry rarely solves offers them first', async () => {
    const page = openLogin({ otherWays: WAYS })
    await agree(page)
    await page.imageFails()
    await page.sees('未能识别本机号码')
    expect(page.text()).not.toContain('请使用其他方式登录')
    expect(page.buttons()).toEqual(['短信登录', '微信登录', '重试', '复制'])
  })

  test('Wi-Fi is waited for, with a retry and the ways', async () => {
    const network = { type: async () => 'wifi' as const, onChange: () => () => undefined }
    const page = openLogin({ otherWays: WAYS, network, onCancel: () => undefined })
    await agree(page)
    await page.sees('请关闭 Wi\u2011Fi')
    expect(page.buttons()).toEqual(['重试', '其他方式登录', '暂不登录'])
  })
})

describe('a way', () => {
  const contexts: WayContext[] = []
  const way: OtherWay = {
    id: 'sms',
    label: '短信登录',
    render: (context) => {
      if (contexts[contexts.length - 1] !== context) contexts.push(context)
      return '验证码'
    },
  }
  beforeEach(() => {
    contexts.length = 0
  })
  const last = () => contexts[contexts.length - 1] as WayContext

  test('knows the typed number, the consent and the trace id, and ends the login', async () => {
    const onVerified = jest.fn()
    const page = openLogin({ otherWays: [way], onVerified })
    await walkToPhoneEntry(page)
    await page.type(PHONE)
    await page.tap('短信登录')
    await page.sees('验证码')
    const { phone, traceId, consent } = last()
    expect({ phone, consent }).toEqual({ phone: PHONE, consent: { version: '1', agreed: true } })
    expect(traceId).toMatch(/^[0-9a-f]{32}$/)
    await act(async () => last().finish({ phone: '13900139000', ticket: 'SMS' }))
    await page.sees('139****9000')
    expect(onVerified).toHaveBeenCalledWith({ phone: '13900139000', ticket: 'SMS', way: 'sms', traceId })
  })

  test('hands on the number that is typed on it: to the login’s own field, and to the ways', async () => {
    const page = openLogin({ otherWays: [way] })
    await walkToPhoneEntry(page)
    await page.type(PHONE)
    await page.tap('短信登录')
    await act(async () => last().edit('139 0013 9000'))
    await page.tap('返回')
    expect(((await page.find('.lnl-input input')) as HTMLInputElement).value).toBe('139 0013 9000')
    await page.tap('短信登录')
    expect(last().phone).toBe('13900139000')
  })

  test('that fails shows the reason and what is left', async () => {
    const onFallback = jest.fn()
    const page = openLogin({ otherWays: [way], onFallback })
    await page.tap('短信登录')
    await page.sees('验证码')
    await act(async () => last().fail('serverUnreachable', 'smsDown'))
    await page.sees('服务暂不可用')
    expect(onFallback).toHaveBeenCalledWith(expect.objectContaining({ code: 'smsDown' }))
  })

  test('whose number the app refused leads back to where the user was, by the usual words', async () => {
    const page = openLogin({ otherWays: [way] })
    await page.tap('短信登录')
    await page.sees('验证码')
    await act(async () => last().fail('loginRefused'))
    await page.sees('该号码无法在此登录')
    expect(page.buttons()).toEqual(['短信登录', '本机号码登录', '复制'])
  })

  test('that the user has left does nothing any more, not even during the next visit of it', async () => {
    const onVerified = jest.fn()
    const page = openLogin({ otherWays: [way], onVerified })
    await page.tap('短信登录')
    await page.sees('验证码')
    const left = last()
    await page.tap('返回')
    await page.tap('短信登录')
    await page.sees('验证码')
    await act(async () => {
      left.edit('13900139000')
      left.finish({ phone: PHONE })
      left.fail('timeout')
      left.leave()
    })
    expect(page.text()).toContain('验证码')
    await page.tap('返回')
    await page.tap('短信登录')
    expect(last().phone).toBe('')
    expect(onVerified).not.toHaveBeenCalled()
  })
})

describe('not to log in', () => {
  test.each([
    ['consent', async (_page: Page) => undefined],
    ['waiting', agree],
    ['phone entry', walkToPhoneEntry],
    [
      'a failure',
      async (page: Page) => {
        await agree(page)
        await page.imageFails()
      },
    ],
    [
      'a failed session',
      async (page: Page) => {
        await walkToPhoneEntry(page)
        await page.type(PHONE)
        await page.tap('登录')
        await page.sees('登录失败')
      },
    ],
    ['the list of ways', (page: Page) => page.tap('其他方式登录')],
  ])('is offered at %s, and starts over', async (_where, walk) => {
    const onCancel = jest.fn()
    const page = openLogin({ otherWays: WAYS, onCancel, onVerified: () => Promise.reject(new Error('x')) })
    await walk(page)
    await page.tap('暂不登录')
    expect(onCancel).toHaveBeenCalledTimes(1)
    expect(await page.isTicked()).toBe(false)
  })

  test('is not offered without onCancel, nor once verified', async () => {
    const page = openLogin({ onCancel: () => undefined })
    await walkToPhoneEntry(page)
    await page.type(PHONE)
    await page.tap('登录')
    await page.sees('验证成功')
    expect(page.buttons()).toEqual([])
  })
})

describe('a session that cannot be opened', () => {
  test('shows the app’s message, keeps the ticket for a retry, and can start over', async () => {
    const onVerified = jest.fn().mockRejectedValueOnce(new Error('账号已被冻结')).mockResolvedValueOnce(undefined)
    const page = openLogin({ onVerified })
    await walkToPhoneEntry(page)
    await page.type(PHONE)
    await page.tap('登录')
    await page.sees('账号已被冻结')
    expect(page.text()).not.toContain('验证成功')
    expect(page.buttons()).toEqual(['重试', '重新登录', '复制'])
    await page.tap('重试')
    await page.sees('验证成功')
    expect(onVerified.mock.calls.map(([{ ticket }]) => ticket)).toEqual(['TICKET', 'TICKET'])
  })

  test('while it opens, the form stays, with a field that cannot be edited and a busy button', async () => {
    const page = openLogin({ onVerified: () => new Promise(() => undefined) })
    await walkToPhoneEntry(page)
    const field = await page.type(PHONE)
    await page.tap('登录')
    await page.sees('登录中…')
    expect(document.querySelector('.lnl-input input')).toBe(field)
    await waitFor(() => expect(field.readOnly).toBe(true))
    expect((await page.find('.lnl-button')).getAttribute('aria-busy')).toBe('true')
  })
})

describe('on one screen', () => {
  test('one tap retrieves the token and verifies, after number and consent', async () => {
    const page = openLogin({ flow: 'oneScreen' })
    await page.type(PHONE)
    expect(servers.sign).not.toHaveBeenCalled()
    await page.tick()
    await page.tap('本机号码登录')
    await page.sees('正在核验本机号码…')
    await page.imageLoads()
    await page.sees('验证成功')
    expect(servers.verify).toHaveBeenCalledTimes(1)
  })

  test('a number too short is asked for before the consent', async () => {
    const page = openLogin({ flow: 'oneScreen' })
    await page.type('138')
    await page.tap('本机号码登录')
    await page.sees('请输入 11 位手机号')
    await page.type(PHONE)
    await page.tap('本机号码登录')
    await page.tap('同意并登录')
    await page.imageLoads()
    await page.sees('验证成功')
  })

  test('a wrong number is shown on the same screen, with a new token for the next one', async () => {
    servers.verify.mockResolvedValueOnce({ outcome: 'notThisNumber', code: '001', attemptsLeft: 4, traceId: 't' })
    const page = openLogin({ flow: 'oneScreen' })
    await page.type(PHONE)
    const field = await page.find('.lnl-input input')
    await page.tick()
    await page.tap('本机号码登录')
    await page.imageLoads()
    await page.sees('与本机号码不一致，请核对（剩余 4 次）')
    expect(await page.find('.lnl-input input')).toBe(field)
    expect(await page.isTicked()).toBe(true)
  })
})
