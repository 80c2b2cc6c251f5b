import { act, waitFor } from '@testing-library/react'
import { StrictMode } from 'react'
import { type FallbackReason, LocalNumberLogin, type LocalNumberLoginProps, LoginApiError } from '../src'
import { en } from '../src/locale/en'
import { createProps, createServers, open, PHONE, type Servers, WAYS, walkToPhoneEntry } from './page'

let servers: Servers
let openTab: jest.SpyInstance
beforeEach(() => {
  servers = createServers()
  openTab = jest.spyOn(window, 'open').mockImplementation(() => null)
})

const openLogin = (props: Partial<LocalNumberLoginProps> = {}) =>
  open(<LocalNumberLogin {...createProps(servers, props)} />)

afterEach(() => openTab.mockRestore())

describe('consent', () => {
  test('the box is not ticked, and nothing is mounted or sent before the user has agreed', async () => {
    const page = openLogin()
    expect(await page.isTicked()).toBe(false)
    expect(page.imageElement()).toBeNull()
    expect(servers.sign).not.toHaveBeenCalled()
    expect(servers.fetch).not.toHaveBeenCalled()
  })

  test('continuing without ticking asks in a dialog, and sends nothing', async () => {
    const page = openLogin()
    await page.tap('本机号码登录')
    await page.sees('请阅读并同意以下条款')
    await page.sees(
      '点击“同意并登录”，即表示您已阅读并接受《中国移动认证服务条款》和《用户协议》，授权拾光小店核验本机号码。',
    )
    expect(servers.sign).not.toHaveBeenCalled()
  })

  test('declining in the dialog leaves the box unticked, with a reminder', async () => {
    const page = openLogin()
    await page.tap('本机号码登录')
    await page.tap('不同意')
    await page.sees('请先阅读并勾选协议')
    expect(await page.isTicked()).toBe(false)
    expect(servers.sign).not.toHaveBeenCalled()
  })

  test('agreeing in the dialog ticks the box and goes on', async () => {
    const page = openLogin()
    await page.tap('本机号码登录')
    await page.tap('同意并登录')
    await page.imageLoads()
    await page.find('.lnl-input input')
  })

  test('the dialog slides out before it does what its button says, and does it once', async () => {
    const onEvent = jest.fn()
    const page = openLogin({ onEvent })
    await page.tap('本机号码登录')
    await page.tap('同意并登录')
    await page.tap('不同意')
    expect((await page.find('.lnl-sheet-cover')).className).toContain('lnl-leaving')
    expect(onEvent).not.toHaveBeenCalled()
    await page.imageLoads()
    await page.find('.lnl-input input')
    expect(document.querySelector('.lnl-sheet')).toBeNull()
  })

  test('the brand says what it says until there is a result', async () => {
    const page = openLogin({ layout: 'sheet' })
    const readBrand = () => page.container.querySelector('.lnl-brand')?.textContent
    await page.find('.lnl-brand')
    await page.tick()
    const before = readBrand()
    await page.tap('本机号码登录')
    await page.find('.lnl-progress-text')
    expect(readBrand()).toBe(before)
    await page.imageLoads()
    await page.find('.lnl-input input')
    expect(readBrand()).toBe(before)
  })

  test('the box is unticked by a second tap', async () => {
    const page = openLogin()
    await page.tick()
    expect(await page.isTicked()).toBe(true)
    await page.tick()
    expect(await page.isTicked()).toBe(false)
  })

  test('a given consent stays ticked when the user comes back from another way', async () => {
    const page = openLogin({ otherWays: WAYS })
    await page.tick()
    await page.tap('其他方式登录')
    await page.tap('本机号码登录')
    expect(await page.isTicked()).toBe(true)
  })

  test('names the carrier’s terms, the app’s own terms and the app', async () => {
    const page = openLogin()
    await page.sees('我已阅读并同意《中国移动认证服务条款》和《用户协议》，授权拾光小店核验本机号码')
  })

  test('a link opens in a new tab', async () => {
    const page = openLogin()
    await page.tap('《中国移动认证服务条款》')
    expect(openTab).toHaveBeenCalledWith(
      'https://wap.cmpassport.com/resources/html/contract.html',
      '_blank',
      'noopener',
    )
    expect(document.querySelector('.lnl-sheet')).toBeNull()
  })

  test('a tap on a link does not tick the box', async () => {
    const page = openLogin()
    await page.tap('《用户协议》')
    expect(await page.isTicked()).toBe(false)
  })

  test('a text opens in a sheet outside of the component, which the cover, its button and Back close', async () => {
    // Chrome on Android closes it by Back; jsdom has none.
    const watchers: { onclose: (() => void) | null }[] = []
    const destroy = jest.fn()
    Object.assign(window, {
      CloseWatcher: class {
        onclose = null
        destroy = destroy
        constructor() {
          watchers.push(this)
        }
      },
    })
    const entries = history.length
    const page = openLogin({ terms: [{ title: '隐私政策', content: '我们只核验号码' }] })
    for (const close of [
      () => page.tap('关闭'),
      async () => act(async () => (await page.find('.lnl-sheet-cover')).click()),
      async () => act(async () => watchers.at(-1)?.onclose?.()),
    ]) {
      await page.tap('《隐私政策》')
      await page.sees('我们只核验号码')
      expect(page.container.querySelector('.lnl-sheet')).toBeNull()
      await close()
      await waitFor(() => expect(document.querySelector('.lnl-sheet')).toBeNull())
    }
    Reflect.deleteProperty(window, 'CloseWatcher')
    expect(destroy).toHaveBeenCalledTimes(3)
    // The app's router would load the page anew.
    expect(history.length).toBe(entries)
    expect(await page.isTicked()).toBe(false)
  })

  test('with three networks, the terms of all carriers are linked', async () => {
    const page = openLogin({ openType: '0' })
    await page.sees('《中国移动认证服务条款》、《联通统一认证服务条款》、《天翼账号服务与隐私协议》和《用户协议》')
    await page.sees('运营商提供认证服务')
  })

  test('terms that the app does not open itself open as if it had not been asked', async () => {
    const page = openLogin({ onOpenTerms: ({ title }) => title === '用户协议' })
    await page.tap('《中国移动认证服务条款》')
    expect(openTab).toHaveBeenCalledTimes(1)
  })

  test.each([
    ['true', true],
    ['nothing', undefined as unknown as boolean],
  ])('terms that the app opens itself, returning %s, open no sheet', async (_what, opened) => {
    const onOpenTerms = jest.fn(() => opened)
    const page = openLogin({ onOpenTerms })
    await page.tap('《用户协议》')
    expect(onOpenTerms).toHaveBeenCalledWith({ title: '用户协议', url: 'https://shop.test/terms' })
    expect(openTab).not.toHaveBeenCalled()
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
      way: 'sim',
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
    await page.tap('本机号码登录')
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
    await page.tap('本机号码登录')
    const first = await page.find<HTMLImageElement>('taro-image-core img')
    await page.imageFails()
    await page.sees('未能识别本机号码')
    expect(page.imageElement()).toBeNull()
    await page.tap('重试')
    const second = await page.find<HTMLImageElement>('taro-image-core img')
    expect(second).not.toBe(first)
    expect(second.getAttribute('src')).not.toBe(first.getAttribute('src'))
  })

  test('gives the image no size, with or without the style sheet', async () => {
    const page = openLogin()
    await page.tick()
    await page.tap('本机号码登录')
    const { style } = await page.find('taro-image-core')
    expect([style.width, style.height, style.position]).toEqual(['0px', '0px', 'absolute'])
  })

  test('aborts its work when the page is left', async () => {
    servers.sign.mockReturnValue(new Promise(() => undefined))
    const page = openLogin()
    await page.tick()
    await page.tap('本机号码登录')
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
    const silent = ['authorizing', 'checkingNetwork', 'acquiring']
    expect(steps).toEqual([...silent, 'phoneEntry', 'verifying', 'openingSession', 'verified'])
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
    ['138001380001234', '138 0013 8000 1234'],
  ])('shows %j as %j', async (typed, shown) => {
    const page = openLogin()
    await walkToPhoneEntry(page)
    const input = await page.type(typed)
    await waitFor(() => expect(input.value).toBe(shown))
  })

  test.each([
    ['says when a single try is left', 1, '与本机号码不一致，请核对（仅剩 1 次）'],
    ['speaks of the phone’s other SIM when a few tries are left', 3, '双卡手机请填写上网卡的号码（剩余 3 次）'],
  ])('%s', async (_, attemptsLeft, words) => {
    servers.verify.mockResolvedValueOnce({ outcome: 'notThisNumber', code: '001', attemptsLeft, traceId: 't' })
    const page = openLogin()
    await walkToPhoneEntry(page)
    await page.type('13900139000')
    await page.tap('登录')
    await page.sees(words)
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
    servers.verify.mockResolvedValueOnce({ outcome: 'notThisNumber', code: '001', attemptsLeft: 4, traceId: 't' })
    const page = openLogin()
    await walkToPhoneEntry(page)
    await page.type('13900139000')
    await page.tap('登录')
    await page.sees('与本机号码不一致，请核对（剩余 4 次）')
    const input = await page.find<HTMLInputElement>('.lnl-input input')
    await waitFor(() => expect(input.value).toBe('139 0013 9000'))
  })
})

describe('the fallback', () => {
  test('shows its reason, with code and trace id for support', async () => {
    const onFallback = jest.fn()
    const page = openLogin({ onFallback })
    await page.tick()
    await page.tap('本机号码登录')
    await page.imageFails()
    await page.sees('未能识别本机号码')
    const [{ reason, code, traceId }] = onFallback.mock.calls[0]
    expect({ reason, code }).toEqual({ reason: 'numberRetrievalFailed', code: '500' })
    await page.sees(`反馈编号 ${traceId.slice(0, 8)} · 500`)
  })

  test('shows no code of words: it is copied with the id', async () => {
    const copied = jest.fn()
    Object.assign(navigator, { clipboard: { writeText: async (text: string) => copied(text) } })
    const onFallback = jest.fn()
    const page = openLogin({ onFallback, network: { type: async () => 'none', onChange: () => () => undefined } })
    await page.tick()
    await page.tap('本机号码登录')
    await page.sees('网络未连接')
    const [{ code, traceId }] = onFallback.mock.calls[0]
    const id = traceId.slice(0, 8)
    expect((await page.find('.lnl-reference')).textContent).toBe(`反馈编号 ${id}复制`)
    await page.tap('复制')
    expect(copied).toHaveBeenCalledWith(`${id} · ${code}`)
  })

  test('after a network that the app refused offers to try again, whatever the network is', async () => {
    const page = openLogin({ networkCheck: () => false, otherWays: WAYS })
    await page.tick()
    await page.tap('本机号码登录')
    await page.sees('当前网络不支持')
    expect(page.buttons()).toEqual(['重试', '短信登录', '微信登录', '复制'])
  })

  test('is not where Wi-Fi leads: the user is asked to turn it off, and the login continues', async () => {
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
    await page.tap('本机号码登录')
    await page.sees('请在系统设置中关闭 Wi\u2011Fi 并打开移动数据，将自动继续。')
    expect(page.buttons()).toEqual(['重试'])
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

  test('offers no retry when none can help, but another way', async () => {
    servers.verify.mockResolvedValueOnce({ outcome: 'dailyLimit', code: '121011', attemptsLeft: 0, traceId: 't' })
    const page = openLogin({ otherWays: WAYS })
    await walkToPhoneEntry(page)
    await page.type(PHONE)
    await page.tap('登录')
    await page.sees('今日验证次数已达上限')
    await page.sees('明天可再用本机号码登录。')
    expect(page.buttons()).toEqual(['短信登录', '微信登录', '复制'])
  })

  test('of a user whom the app refused tells the app why, and not the user', async () => {
    servers.verify.mockRejectedValueOnce(new LoginApiError('loginRefused', { reason: 'fraudSuspected' }))
    const [onFallback, onEvent] = [jest.fn(), jest.fn()]
    const page = openLogin({ otherWays: WAYS, onFallback, onEvent })
    await walkToPhoneEntry(page)
    await page.type(PHONE)
    await page.tap('登录')
    await page.sees('该号码无法在此登录')
    const refused = { reason: 'loginRefused', code: 'fraudSuspected' }
    expect(onFallback).toHaveBeenCalledWith(expect.objectContaining(refused))
    expect(onEvent).toHaveBeenLastCalledWith(expect.objectContaining(refused))
    expect(page.text()).not.toContain('fraudSuspected')
    expect(page.buttons()).toEqual(['短信登录', '微信登录', '换个号码', '复制'])
  })

  test('of a number that the app refused leads to the field, where another one is verified', async () => {
    servers.verify.mockRejectedValueOnce(new LoginApiError('loginRefused'))
    const page = openLogin()
    await walkToPhoneEntry(page)
    await page.type('13900139000')
    await page.tap('登录')
    await page.sees('该号码无法在此登录')
    await page.tap('换个号码')
    await page.type(PHONE)
    await page.tap('登录')
    await page.imageLoads()
    await page.sees('验证成功')
    expect(servers.verify).toHaveBeenLastCalledWith(expect.objectContaining({ phone: PHONE }), expect.anything())
  })
})

describe('slots', () => {
  test('replace header and footer and add a class name', async () => {
    const page = openLogin({ header: <div>我的标题</div>, footer: <div>我的页脚</div>, className: 'mine' })
    await page.sees('我的标题')
    await page.sees('我的页脚')
    expect(page.text()).not.toContain('由运营商确认号码')
    expect(page.container.querySelector('.lnl.mine')).not.toBeNull()
  })

  test('replace the progress view', async () => {
    const page = openLogin({ renderProgress: (step) => <div>{`step: ${step}`}</div> })
    await page.tick()
    await page.tap('本机号码登录')
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
    await page.tap('本机号码登录')
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
    ['en', 'China Mobile Authentication Terms (in Chinese), One and Two'],
  ] as const)('%s joins several terms in its own way', async (locale, joined) => {
    const page = openLogin({ locale, locales: [en], terms })
    await page.sees(joined)
  })

  test('show the component in English, and say so to browsers', async () => {
    const page = openLogin({ locale: 'en_US', locales: [en] })
    await page.sees(
      "I have read and agree to China Mobile Authentication Terms (in Chinese) and 用户协议 and allow 拾光小店 to verify this phone's number",
    )
    expect((await page.find('.lnl')).getAttribute('lang')).toBe('en')
    await page.tap("Sign in with this phone's number")
    await page.sees('Please accept the terms')
    await page.sees('By accepting, you agree to China Mobile Authentication Terms (in Chinese) and 用户协议')
  })

  test('texts of the app’s own replace those of the locale, at any time', async () => {
    const page = openLogin({ texts: { agree: '一键登录' } })
    await page.sees('一键登录')
    page.rerender(<LocalNumberLogin {...createProps(servers, { texts: { phone: { submit: '进入' } } })} />)
    await walkToPhoneEntry(page)
    await page.sees('进入')
  })
})
