import { act, waitFor } from '@testing-library/react'
import { StrictMode } from 'react'
import { type FallbackReason, LocalNumberLogin, type LocalNumberLoginProps } from '../src'
import { createProps, createServers, open, PHONE, type Servers, walkToPhoneEntry } from './page'

let servers: Servers
beforeEach(() => {
  servers = createServers()
})

const openLogin = (props: Partial<LocalNumberLoginProps> = {}) =>
  open(<LocalNumberLogin {...createProps(servers, props)} />)

describe('consent', () => {
  test('the box is not ticked, and nothing is mounted or sent before the user has agreed', async () => {
    const page = openLogin()
    expect((await page.find<HTMLInputElement>('input[type=checkbox]')).checked).toBe(false)
    expect(page.imageElement()).toBeNull()
    expect(servers.sign).not.toHaveBeenCalled()
    expect(servers.fetch).not.toHaveBeenCalled()
  })

  test('continuing without ticking shows a reminder and sends nothing', async () => {
    const page = openLogin()
    await page.tap('同意并继续')
    await page.sees('请先阅读并勾选同意')
    expect(servers.sign).not.toHaveBeenCalled()
  })

  test('names the carrier’s terms, the app’s own terms and the app', async () => {
    const page = openLogin()
    await page.sees('已阅读并同意《中国移动认证服务条款》和《用户协议》，并授权拾光小店校验本机号码')
  })

  test('terms open in the built-in sheet, with a link to copy', async () => {
    const page = openLogin()
    await page.tap('《中国移动认证服务条款》')
    await page.sees('https://wap.cmpassport.com/resources/html/contract.html')
    await page.tap('关闭')
    await waitFor(() => expect(page.container.querySelector('.lnl-sheet')).toBeNull())
  })

  test('terms that the app does not open itself open in the sheet', async () => {
    const page = openLogin({ onOpenTerms: ({ title }) => title === '用户协议' })
    await page.tap('《中国移动认证服务条款》')
    await page.sees('https://wap.cmpassport.com/resources/html/contract.html')
  })

  test.each([
    ['true', true],
    ['nothing', undefined as unknown as boolean],
  ])('terms that the app opens itself, returning %s, open no sheet', async (_what, opened) => {
    const onOpenTerms = jest.fn(() => opened)
    const page = openLogin({ onOpenTerms })
    await page.tap('《用户协议》')
    expect(onOpenTerms).toHaveBeenCalledWith({ title: '用户协议', url: 'https://shop.test/terms' })
    expect(page.container.querySelector('.lnl-sheet')).toBeNull()
  })
})

describe('the whole login', () => {
  test('ends verified, and passes on number, ticket and trace id', async () => {
    const onVerified = jest.fn()
    const page = openLogin({ onVerified })
    await walkToPhoneEntry(page)
    await page.type(PHONE)
    await page.tap('登录')
    await page.sees('验证成功')
    await page.sees('138****8000')
    expect(onVerified).toHaveBeenCalledTimes(1)
    expect(onVerified).toHaveBeenCalledWith({
      phone: PHONE,
      ticket: 'TICKET',
      traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
    })
  })

  test('in StrictMode, mounted twice, uses one signature and one token', async () => {
    const page = open(
      <StrictMode>
        <LocalNumberLogin {...createProps(servers)} />
      </StrictMode>,
    )
    await walkToPhoneEntry(page)
    await page.type(PHONE)
    await page.tap('登录')
    await page.sees('验证成功')
    expect(servers.sign).toHaveBeenCalledTimes(1)
    expect(servers.fetch).toHaveBeenCalledTimes(1)
    expect(servers.verify).toHaveBeenCalledTimes(1)
  })

  test('mounts the image with its referrer policy on the <img> itself, and removes it after it has loaded', async () => {
    const page = openLogin()
    await page.tick()
    await page.tap('同意并继续')
    const image = await page.find<HTMLImageElement>('taro-image-core img')
    expect(image.getAttribute('src')).toMatch(/^http:\/\/www\.cmpassport\.com\/NumberAbility\/h5\/getMobile\.htm\?/)
    expect(image.getAttribute('referrerpolicy')).toBe('origin')
    await page.imageLoads()
    await page.find('.lnl-input input')
    expect(page.imageElement()).toBeNull()
  })

  test('verifies once when the button is pressed twice quickly', async () => {
    const page = openLogin()
    await walkToPhoneEntry(page)
    await page.type(PHONE)
    const button = await page.findByText('登录')
    await act(async () => {
      button.click()
      button.click()
    })
    await page.sees('验证成功')
    expect(servers.verify).toHaveBeenCalledTimes(1)
  })

  test('mounts no image between two attempts, and a new element with a new URL for the next one', async () => {
    const page = openLogin()
    await page.tick()
    await page.tap('同意并继续')
    const first = await page.find<HTMLImageElement>('taro-image-core img')
    await page.imageFails()
    await page.sees('没能确认 SIM 卡')
    expect(page.imageElement()).toBeNull()
    await page.tap('重试')
    const second = await page.find<HTMLImageElement>('taro-image-core img')
    expect(second).not.toBe(first)
    expect(second.getAttribute('src')).not.toBe(first.getAttribute('src'))
  })

  test('gives the image no size, with or without the style sheet', async () => {
    const page = openLogin()
    await page.tick()
    await page.tap('同意并继续')
    const { style } = await page.find('taro-image-core')
    expect([style.width, style.height, style.position]).toEqual(['0px', '0px', 'absolute'])
  })

  test('aborts its work when the page is left', async () => {
    servers.sign.mockReturnValue(new Promise(() => undefined))
    const page = openLogin()
    await page.tick()
    await page.tap('同意并继续')
    await page.find('taro-image-core img')
    const [, call] = servers.sign.mock.calls[0]
    page.unmount()
    expect(call.signal.aborted).toBe(true)
  })

  test('reports every step, without number or token', async () => {
    const onEvent = jest.fn()
    const page = openLogin({ onEvent })
    await walkToPhoneEntry(page)
    await page.type(PHONE)
    await page.tap('登录')
    await page.sees('验证成功')
    const steps = onEvent.mock.calls.map(([{ to }]) => to)
    expect(steps).toEqual(['authorizing', 'checkingNetwork', 'acquiring', 'phoneEntry', 'verifying', 'verified'])
    expect(JSON.stringify(onEvent.mock.calls)).not.toMatch(/13800138000|TOKEN|TICKET|SIGNED/)
  })
})

describe('the phone field', () => {
  test.each([
    ['13800138000', '138 0013 8000'],
    ['+86 138 0013 8000', '138 0013 8000'],
    ['0086-138-0013-8000', '138 0013 8000'],
    ['1380', '138 0'],
    ['138abc', '138'],
    ['138001380001234', '138 0013 80001234'],
  ])('shows %j as %j', async (typed, shown) => {
    const page = openLogin()
    await walkToPhoneEntry(page)
    const input = await page.type(typed)
    await waitFor(() => expect(input.value).toBe(shown))
  })

  test('requires eleven digits before anything is sent', async () => {
    const page = openLogin()
    await walkToPhoneEntry(page)
    await page.type('1380013')
    await page.tap('登录')
    await page.sees('请输入 11 位手机号')
    expect(servers.verify).not.toHaveBeenCalled()
  })

  test('keeps a wrong number, with an error and the attempts left', async () => {
    servers.verify.mockResolvedValueOnce({ outcome: 'notThisNumber', code: '001', attemptsLeft: 3, traceId: 't' })
    const page = openLogin()
    await walkToPhoneEntry(page)
    await page.type('13900139000')
    await page.tap('登录')
    await page.sees('这不是本机正在上网的号码')
    await page.sees('还可以尝试 3 次')
    const input = await page.find<HTMLInputElement>('.lnl-input input')
    await waitFor(() => expect(input.value).toBe('139 0013 9000'))
  })
})

describe('the fallback', () => {
  test('shows its reason, with code and trace id for support', async () => {
    const onFallback = jest.fn()
    const page = openLogin({ onFallback })
    await page.tick()
    await page.tap('同意并继续')
    await page.imageFails()
    await page.sees('没能确认 SIM 卡')
    const [{ reason, code, traceId }] = onFallback.mock.calls[0]
    expect({ reason, code }).toEqual({ reason: 'numberRetrievalFailed', code: '500' })
    await page.sees(`编号 · 500 · ${traceId}`)
  })

  test('offers to turn Wi-Fi off, and continues when it is off', async () => {
    let change: (type: '4g' | 'wifi') => void = () => undefined
    const network = {
      type: async () => 'wifi' as const,
      onChange: (listener: typeof change) => {
        change = listener
        return () => undefined
      },
    }
    const page = openLogin({ network })
    await page.tick()
    await page.tap('同意并继续')
    await page.tap('关闭 WLAN 后重试')
    await page.sees('正在等待移动网络')
    change('4g')
    await page.imageLoads()
    await page.find('.lnl-input input')
  })

  test('can be the app’s own, with the reason, the typed number and a retry', async () => {
    const renderFallback = jest.fn((reason: FallbackReason, phone: string) => <div>{`${reason} ${phone}`}</div>)
    const page = openLogin({ renderFallback })
    await walkToPhoneEntry(page)
    await page.type(PHONE)
    await page.tap('其他方式登录')
    await page.sees(`userChoice ${PHONE}`)
    expect(renderFallback).toHaveBeenLastCalledWith(
      'userChoice',
      PHONE,
      expect.objectContaining({ code: null, retry: expect.any(Function) }),
    )
  })

  test('offers no retry when none can help', async () => {
    servers.verify.mockResolvedValueOnce({ outcome: 'dailyLimit', code: '121011', attemptsLeft: 0, traceId: 't' })
    const page = openLogin()
    await walkToPhoneEntry(page)
    await page.type(PHONE)
    await page.tap('登录')
    await page.sees('今天验证次数已用完')
    expect(page.container.querySelector('taro-button-core')).toBeNull()
  })
})

describe('slots', () => {
  test('replace header and footer and add a class name', async () => {
    const page = openLogin({ header: <div>我的标题</div>, footer: <div>我的页脚</div>, className: 'mine' })
    await page.sees('我的标题')
    await page.sees('我的页脚')
    expect(page.text()).not.toContain('本机号码登录')
    expect(page.container.querySelector('.lnl.mine')).not.toBeNull()
  })

  test('replace the progress view', async () => {
    const page = openLogin({ renderProgress: (step) => <div>{`step: ${step}`}</div> })
    await page.tick()
    await page.tap('同意并继续')
    await page.sees('step: acquiring')
  })

  test('replace the phone entry', async () => {
    const page = openLogin({
      renderPhoneEntry: ({ display, edit, submit }) => (
        <div>
          <button type="button" onClick={() => edit(PHONE)}>
            fill
          </button>
          <button type="button" onClick={submit}>
            go
          </button>
          <p>{display}</p>
        </div>
      ),
    })
    await page.tick()
    await page.tap('同意并继续')
    await page.imageLoads()
    const button = async (label: string) => {
      const found = await page.findByText(label)
      await act(async () => found.click())
    }
    await button('fill')
    await page.sees('138 0013 8000')
    await button('go')
    await page.sees('验证成功')
  })
})

describe('languages', () => {
  const terms = ['One', 'Two'].map((title) => ({ title, url: `https://shop.test/${title}` }))

  test.each([
    ['zh-CN', '《中国移动认证服务条款》、《One》和《Two》'],
    ['en', '《中国移动认证服务条款》, 《One》 and 《Two》'],
  ] as const)('%s joins several terms in its own way', async (locale, joined) => {
    const page = openLogin({ locale, terms })
    await page.sees(joined)
  })

  test('show the component in English', async () => {
    const page = openLogin({ locale: 'en' })
    await page.sees('I have read and agree to 《中国移动认证服务条款》 and 《用户协议》, and allow 拾光小店 to verify')
    await page.tap('Agree and continue')
    await page.sees('Please read and tick the box first')
  })
})
