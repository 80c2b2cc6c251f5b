// The SMS way in the component, over HTTP: what the user sees and does, and what the server gets.
import { SMS_PATHS } from '@local-number/protocol'
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { LoginApiError } from '../../src'
import { en as EN } from '../../src/locale/en'
import { smsEn } from '../../src/sms/locale/en'
import { moveClock, stopClock } from '../clock'
import { PHONE } from '../page'
import { refuse, startWayServer, type WayServer } from '../way-server'
import { CONSENT, openLogin } from './sms-page'

const SHA_256 = 'n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg'
const { send: SEND, check: CHECK } = SMS_PATHS

let server: WayServer
beforeEach(async () => {
  server = await startWayServer()
  stopClock()
})
afterEach(async () => {
  jest.useRealTimers()
  await server.stop()
})

const openAtCode = async (options: Omit<Parameters<typeof openLogin>[0], 'server'> = {}) => {
  const page = openLogin({ server, ...options })
  await page.enter()
  await page.send()
  return page
}

describe('a login by text message', () => {
  test('sends the typed number and the code with consent, session and trace id, and ends with the way’s name', async () => {
    const onVerified = jest.fn()
    const onEvent = jest.fn()
    const page = await openAtCode({ props: { onVerified, onEvent } })
    await page.typeCode(page.readCode())
    await page.sees('验证成功')
    const [sent] = server.listBodies(SEND)
    const facts = { phone: PHONE, consent: { version: 'sms-1', locale: 'zh-CN' }, session: expect.any(String) }
    expect(sent).toEqual(facts)
    expect(server.listBodies(CHECK)).toEqual([{ ...facts, session: sent?.session, code: page.readCode() || '100001' }])
    const traceId = onVerified.mock.calls[0]?.[0].traceId
    expect(onVerified).toHaveBeenCalledWith({ phone: PHONE, ticket: `TICKET of ${PHONE}`, way: 'sms', traceId })
    expect(server.listTraceIds()).toEqual([traceId, traceId])
    expect(onEvent.mock.calls.map(([{ to, way }]) => [to, way])).toEqual([
      ['otherWay', 'sms'],
      ['openingSession', 'sms'],
      ['verified', 'sms'],
    ])
  })

  test('binds both requests to the visitor’s session', async () => {
    const page = await openAtCode({ props: { binding: async () => SHA_256 } })
    await page.typeCode(page.readCode())
    await page.sees('验证成功')
    for (const path of [SEND, CHECK]) expect(server.listBodies(path)).toMatchObject([{ binding: SHA_256 }])
  })

  test('names the device in both requests, if the app knows it, after the consent and not before', async () => {
    const readDevice = jest.fn(() => 'a-device-of-16-characters')
    const page = openLogin({ server, way: { readDevice } })
    await page.enter()
    await page.tap('获取验证码')
    await page.sees('请阅读并同意以下条款')
    expect(readDevice).not.toHaveBeenCalled()
    await page.tap('同意并获取验证码')
    await page.typeCode(await page.waitForCode())
    await page.sees('验证成功')
    for (const path of [SEND, CHECK]) {
      expect(server.listBodies(path)).toMatchObject([{ device: 'a-device-of-16-characters' }])
    }
  })

  test('works with functions of the app’s own, which get the trace id', async () => {
    const send = jest.fn(async () => ({ expiresInMs: 300_000, resendAfterMs: 60_000, traceId: 't' }))
    const check = jest.fn(async () => ({ outcome: 'verified' as const, attemptsLeft: 5, traceId: 't' }))
    const onVerified = jest.fn()
    const page = await openAtCode({ way: { api: { send, check } }, props: { onVerified } })
    await page.typeCode('123456')
    await page.sees('验证成功')
    expect(onVerified).toHaveBeenCalledWith(expect.objectContaining({ phone: PHONE, ticket: null, way: 'sms' }))
    const call = expect.objectContaining({ traceId: expect.stringMatching(/^[0-9a-f]{32}$/) })
    expect(send).toHaveBeenCalledWith(expect.objectContaining({ phone: PHONE }), call)
    expect(check).toHaveBeenCalledWith(expect.objectContaining({ phone: PHONE, code: '123456' }), call)
    expect(page.countSends() + page.countChecks()).toBe(0)
  })
})

describe('the consent', () => {
  test('comes first, unticked, with the app’s terms only, although the carrier’s were accepted', async () => {
    const page = openLogin({ server, props: { flow: 'oneScreen' } })
    await page.tick()
    await page.enter()
    await page.sees('我已阅读并同意《短信服务协议》')
    expect(await page.isTicked()).toBe(false)
    expect(page.text()).not.toContain('中国移动认证服务条款')
    expect(page.text()).not.toContain('《用户协议》')
  })

  test('is asked for by the dialog before anything is sent, and agreeing there sends', async () => {
    const page = openLogin({ server })
    await page.enter()
    await page.tap('获取验证码')
    await page.sees('请阅读并同意以下条款')
    expect((await page.find('.lnl-sheet .lnl-consent-text')).textContent).toBe('《短信服务协议》')
    expect(page.countSends()).toBe(0)
    await page.tap('不同意')
    await page.seesProblem('请先阅读并勾选协议')
    await page.tap('获取验证码')
    await page.tap('同意并获取验证码')
    await page.findCode()
    expect(page.countSends()).toBe(1)
  })

  test('is remembered within the login, and asked for anew in the next one', async () => {
    const page = openLogin({ server, props: { onCancel: () => undefined } })
    await page.enter()
    await page.tick()
    await page.tap('返回')
    await page.enter()
    expect(document.querySelector('.lnl-checkbox')).toBeNull()
    await page.tap('暂不登录')
    await page.enter()
    expect(await page.isTicked()).toBe(false)
  })

  test.each([
    ['the language of the way’s texts', {}, 'en'],
    ['the app’s own', { consent: { ...CONSENT, locale: 'zh-CN' } }, 'zh-CN'],
  ])('names the language in which the terms are shown: %s', async (_whose, way, locale) => {
    const page = openLogin({ server, way: { locales: [smsEn], ...way }, props: { locale: 'en', locales: [EN] } })
    await page.tap('Sign in with an SMS code')
    await page.tick()
    await page.tap('Send code')
    await page.findCode()
    expect(server.listBodies(SEND)).toMatchObject([{ consent: { version: 'sms-1', locale } }])
  })
})

describe('the number', () => {
  test('that is incomplete is asked for before the consent', async () => {
    const page = openLogin({ server, props: { initialPhone: '138' } })
    await page.enter()
    await page.tap('获取验证码')
    await page.seesProblem('请输入 11 位手机号')
    expect(document.querySelector('.lnl-sheet')).toBeNull()
    await page.type(PHONE)
    await page.seesProblem('')
    await page.send()
    expect(server.listBodies(SEND)).toMatchObject([{ phone: PHONE }])
  })

  test('can be changed after a message was sent', async () => {
    const page = await openAtCode()
    await page.sees('验证码已发送至 138 0013 8000')
    await page.tap('换个号码')
    await page.type('13900139000')
    await page.tap('获取验证码')
    await page.sees('验证码已发送至 139 0013 9000')
    expect(server.listBodies(SEND)).toMatchObject([{ phone: PHONE }, { phone: '13900139000' }])
  })
})

describe('the code', () => {
  test('is found in any pasted text, and submitted by itself, once', async () => {
    const page = await openAtCode()
    const field = await page.typeCode(`【拾光小店】验证码 ${page.readCode()}，5 分钟内有效，尾号 8000`)
    await act(async () => void fireEvent.input(field, { target: { value: field.value } }))
    await page.sees('验证成功')
    expect(page.countChecks()).toBe(1)
  })

  test('can be filled in by the browser, and has a numeric keyboard', async () => {
    const field = await (await openAtCode()).findCode()
    expect([field.type, field.inputMode, field.autocomplete]).toEqual(['text', 'numeric', 'one-time-code'])
  })

  test('that is too short is not sent', async () => {
    const page = await openAtCode()
    await page.typeCode('1234')
    await page.tap('登录')
    await page.seesProblem('请输入 6 位数字')
    expect(page.countChecks()).toBe(0)
  })

  test('that is wrong empties the field and names the tries that are left, until the code is void', async () => {
    const page = await openAtCode()
    for (const left of [4, 3, 2, 1]) {
      await page.typeCode('000000')
      await page.seesProblem(`验证码不正确（剩余 ${left} 次）`)
      expect((await page.findCode()).value).toBe('')
    }
    await page.typeCode('000000')
    await page.seesProblem('验证码已失效，请重新获取')
  })

  test('that has expired is asked for anew when the server allows it', async () => {
    const page = await openAtCode()
    server.fail(CHECK, { status: 200, body: { outcome: 'expiredCode', attemptsLeft: 0, traceId: 't' } })
    await page.typeCode('123456')
    await page.seesProblem('验证码已失效，请重新获取')
    moveClock(60_000)
    await page.sees('重新获取')
    await page.tap('重新获取')
    await page.waitForSends(2)
    await waitFor(() => expect(page.readCode()).toBe('100002'))
    await page.typeCode('100002')
    await page.sees('验证成功')
  })

  test('whose check has no answer is sent once more with the same body', async () => {
    const page = await openAtCode()
    server.fail(CHECK, { isLost: true })
    await page.typeCode(page.readCode())
    await page.sees('验证成功')
    const [first, second, third] = server.listBodies(CHECK)
    expect(second).toEqual(first)
    expect(third).toBeUndefined()
  })

  test('whose check has no answer twice stays in the field, for another tap', async () => {
    const page = await openAtCode()
    server.fail(CHECK, { status: 502 }, { status: 504 })
    await page.typeCode(page.readCode())
    await page.seesProblem('服务暂不可用')
    expect(page.countChecks()).toBe(2)
    await page.tap('登录')
    await page.sees('验证成功')
  })
})

describe('refusals', () => {
  test.each([
    [refuse(429, 'rateLimited'), '操作过于频繁'],
    [refuse(429, 'attemptsExhausted'), '尝试次数过多'],
    [refuse(403, 'captchaRefused'), '验证未通过，请重试'],
    [refuse(422, 'countryUnsupported'), '请输入 11 位手机号'],
    [refuse(400, 'phoneMalformed'), '请输入 11 位手机号'],
    [refuse(503, 'messageUnavailable'), '短信暂时无法发送'],
    [refuse(503, 'overloaded'), '服务暂不可用'],
    [refuse(500, 'internal'), '服务暂不可用'],
    [{ status: 502 }, '服务暂不可用'],
    [{ isLost: true }, '服务暂不可用'],
  ])('%j is told in plain words, and the next try may succeed', async (fault, words) => {
    server.fail(SEND, fault)
    const page = openLogin({ server })
    await page.enter()
    await page.tick()
    await page.tap('获取验证码')
    await page.seesProblem(words)
    await page.tap('获取验证码')
    await page.findCode()
  })

  test.each([
    [refuse(403, 'consentRequired'), { reason: 'misconfigured', code: 'consentRequired' }],
    [refuse(403, 'originNotAllowed'), { reason: 'misconfigured', code: 'originNotAllowed' }],
    [
      { status: 200, body: '<html>' },
      { reason: 'misconfigured', code: 'malformedAnswer' },
    ],
    [
      { status: 404, body: {} },
      { reason: 'misconfigured', code: 'malformedAnswer' },
    ],
    [refuse(403, 'constructor'), { reason: 'misconfigured', code: 'constructor' }],
    [refuse(403, 'loginRefused', { reason: 'blocked' }), { reason: 'loginRefused', code: 'blocked' }],
  ])('%j ends the way, for its developer to see', async (fault, expected) => {
    const onFallback = jest.fn()
    server.fail(SEND, fault)
    const page = openLogin({ server, props: { onFallback } })
    await page.enter()
    await page.tick()
    await page.tap('获取验证码')
    await page.find('.lnl-mark-bad')
    expect(onFallback).toHaveBeenCalledWith(expect.objectContaining(expected))
  })

  test('a binding that no backend made ends the way, and nothing is sent', async () => {
    const error = jest.spyOn(console, 'error').mockImplementation(() => undefined)
    const onFallback = jest.fn()
    const page = openLogin({ server, props: { onFallback, binding: 'secret' } })
    await page.enter()
    await page.tick()
    await page.tap('获取验证码')
    await page.find('.lnl-mark-bad')
    expect(onFallback).toHaveBeenCalledWith(
      expect.objectContaining({ reason: 'misconfigured', code: 'bindingMalformed' }),
    )
    expect(page.countSends()).toBe(0)
    error.mockRestore()
  })

  test('a waiting time is named on the button, which waits', async () => {
    server.fail(SEND, refuse(429, 'rateLimited', { retryAfterMs: 45_000 }))
    const page = openLogin({ server })
    await page.enter()
    await page.tick()
    await page.tap('获取验证码')
    await page.sees('45 秒后可重试。')
    expect((await page.find('.lnl-button')).getAttribute('aria-disabled')).toBe('true')
    moveClock(45_000)
    await page.tap('获取验证码')
    await page.findCode()
    expect(page.countSends()).toBe(2)
  })
})

describe('a captcha', () => {
  const renderCaptcha = ({ onProof, onCancel }: { onProof(proof: string): void; onCancel(): void }) => (
    <>
      <button type="button" onClick={() => onProof('PROOF')}>
        我不是机器人
      </button>
      <button type="button" onClick={onCancel}>
        算了
      </button>
    </>
  )
  const asked = async (...faults: ReturnType<typeof refuse>[]) => {
    server.fail(SEND, ...faults)
    const page = openLogin({ server, way: { renderCaptcha } })
    await page.enter()
    await page.tick()
    await page.tap('获取验证码')
    return page
  }
  const press = async (name: string) => {
    const button = await screen.findByRole('button', { name })
    await act(async () => button.click())
  }

  test('is shown when the server asks for one, and its proof is sent', async () => {
    const page = await asked(refuse(403, 'captchaRequired', { retryAfterMs: 60_000 }))
    await page.sees('请先完成验证')
    await page.seesProblem('')
    expect((await page.find('.lnl-button')).getAttribute('aria-disabled')).toBe('true')
    await press('我不是机器人')
    await page.findCode()
    expect(server.listBodies(SEND)).toMatchObject([{ phone: PHONE }, { phone: PHONE, captcha: 'PROOF' }])
  })

  test('whose proof is refused is shown again', async () => {
    const page = await asked(refuse(403, 'captchaRequired'), refuse(403, 'captchaRefused'))
    await press('我不是机器人')
    await page.seesProblem('验证未通过，请重试')
    await press('我不是机器人')
    await page.findCode()
    expect(page.countSends()).toBe(3)
  })

  test('that the user leaves sends nothing, and the next tap shows it again', async () => {
    const refusal = refuse(403, 'captchaRequired', { retryAfterMs: 60_000 })
    const page = await asked(refusal, refusal)
    await press('算了')
    await waitFor(() => expect(screen.queryByRole('button', { name: '我不是机器人' })).toBeNull())
    expect(page.countSends()).toBe(1)
    await page.tap('获取验证码')
    await press('我不是机器人')
    await page.findCode()
  })

  test('that the app does not have is the limit of the day, until another number is typed', async () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined)
    server.fail(SEND, refuse(403, 'captchaRequired'))
    const page = openLogin({ server })
    await page.enter()
    await page.tick()
    await page.tap('获取验证码')
    await page.seesProblem('今日验证次数已达上限')
    await page.sees('请使用其他方式登录。')
    expect((await page.find('.lnl-button')).getAttribute('aria-disabled')).toBe('true')
    await page.tap('请使用其他方式登录。')
    expect(page.countSends()).toBe(1)
    expect(warn.mock.calls.flat().join()).toContain('captchaMissing: the server asks for a captcha')
    await page.type('13900139000')
    await page.tap('获取验证码')
    await page.findCode()
    warn.mockRestore()
  })
})

test('a limit of the day names the hours on the button, which waits', async () => {
  server.fail(SEND, refuse(429, 'rateLimited', { retryAfterMs: 85_860_000 }))
  const page = openLogin({ server })
  await page.enter()
  await page.tick()
  await page.tap('获取验证码')
  await page.sees('24 小时后可重试。')
  moveClock(3_600_000)
  await page.sees('23 小时后可重试。')
})

test('a way that ended as misconfigured is not offered again in this login, and the typed number is told', async () => {
  const onFallback = jest.fn()
  server.fail(SEND, refuse(403, 'consentRequired'))
  const page = openLogin({ server, props: { initialPhone: '', onFallback, onCancel: () => undefined } })
  await page.enter()
  await page.type('13900139000')
  await page.tick()
  await page.tap('获取验证码')
  await page.sees('服务暂不可用')
  expect(page.buttons()).not.toContain('短信验证码登录')
  expect(onFallback).toHaveBeenLastCalledWith(
    expect.objectContaining({ reason: 'misconfigured', code: 'consentRequired', phone: '13900139000' }),
  )
  await page.tap('暂不登录')
  await page.enter()
})

test('the app’s words and label stand over the locale’s', async () => {
  const way = { label: '验证码登录', texts: { send: '发送', problems: { invalidCode: '六位数字' } } }
  const page = openLogin({ server, way })
  await page.tap('验证码登录')
  await page.tick()
  await page.tap('发送')
  expect((await page.findCode()).placeholder).toBe('六位数字')
})

test('an error of the app’s own functions counts as a server that cannot be reached', async () => {
  const send = () => Promise.reject(new Error('down'))
  const check = () => Promise.reject(new LoginApiError('internal'))
  const page = openLogin({ server, way: { api: { send, check } } })
  await page.enter()
  await page.tick()
  await page.tap('获取验证码')
  await page.seesProblem('服务暂不可用')
})
