// Who leaves the SMS way and comes back, and what arrives at the wrong time.
import { SMS_PATHS } from '@local-number/protocol'
import { act, fireEvent, waitFor } from '@testing-library/react'
import { moveClock, stopClock } from '../clock'
import { PHONE } from '../page'
import { refuse, startWayServer, type WayServer } from '../way-server'
import { createWay, openLogin, type SmsPage } from './sms-page'

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

const enterAndTick = async (page: SmsPage) => {
  await page.enter()
  await page.tick()
}

/** A promise that a test resolves. */
function createGate() {
  let open = () => {}
  const until = new Promise<void>((resolve) => {
    open = resolve
  })
  return { until, open }
}

/** Asks for a second message, which is refused once the gate opens. */
async function sendAnother() {
  const gate = createGate()
  const page = openLogin({ server })
  await page.enter()
  await page.send()
  moveClock(60_000)
  server.fail(SEND, { ...refuse(503, 'messageUnavailable'), until: gate.until })
  await page.tap('重新获取')
  await page.waitForSends(2)
  return { page, gate }
}

const seesDisabled = async (page: SmsPage, label: string) => {
  await page.sees(label)
  const button = [...document.querySelectorAll('taro-button-core')].find((each) => each.textContent === label)
  expect(button?.getAttribute('aria-disabled')).toBe('true')
}

describe('the countdown', () => {
  test('goes by the clock: a resend is possible when the server’s time has passed, and not before', async () => {
    const page = openLogin({ server })
    await enterAndTick(page)
    await page.tap('获取验证码')
    await seesDisabled(page, '60 秒后重新获取')
    moveClock(15_000)
    await seesDisabled(page, '45 秒后重新获取')
    await page.tap('45 秒后重新获取')
    expect(page.countSends()).toBe(1)
    moveClock(45_000)
    await page.tap('重新获取')
    await page.waitForSends(2)
    await seesDisabled(page, '60 秒后重新获取')
  })

  test('survives that the user leaves the way: the code’s field is there, and the time has passed meanwhile', async () => {
    const page = openLogin({ server })
    await enterAndTick(page)
    await page.tap('获取验证码')
    await page.findCode()
    await page.tap('返回')
    moveClock(20_000)
    await page.tap('短信验证码登录')
    await seesDisabled(page, '40 秒后重新获取')
    await page.typeCode(page.readCode())
    await page.sees('验证成功')
    expect(page.countSends()).toBe(1)
  })

  test('survives that the page is closed: the code still belongs to the login that asked for it', async () => {
    const way = createWay({ server })
    const first = openLogin({ server, props: { otherWays: [way] } })
    await enterAndTick(first)
    await first.tap('获取验证码')
    await first.findCode()
    first.unmount()
    moveClock(20_000)
    const second = openLogin({ server, props: { otherWays: [way] } })
    await second.tap('短信验证码登录')
    await seesDisabled(second, '40 秒后重新获取')
    expect(await second.isTicked()).toBe(false)
    await second.typeCode(second.readCode())
    await second.tap('同意并登录')
    await second.sees('验证成功')
    expect(server.listBodies(CHECK)).toMatchObject([{ session: server.listBodies(SEND)[0]?.session }])
  })

  test('belongs to the number: another one gets its message at once, and the first one its field again', async () => {
    const page = openLogin({ server })
    await enterAndTick(page)
    await page.tap('获取验证码')
    await page.findCode()
    await page.tap('换个号码')
    await page.type('13900139000')
    await page.tap('获取验证码')
    await page.sees('验证码已发送至 139 0013 9000')
    await page.tap('换个号码')
    await page.type(PHONE)
    await page.tap('获取验证码')
    await page.sees('验证码已发送至 138 0013 8000')
    expect(page.countSends()).toBe(2)
  })

  test('does not lead to the field of a code that has expired', async () => {
    const page = openLogin({ server })
    await enterAndTick(page)
    await page.tap('获取验证码')
    await page.findCode()
    await page.tap('返回')
    moveClock(300_000)
    await page.enter()
    await page.tap('获取验证码')
    await page.waitForSends(2)
  })

  test('of a clock that was set back leaves the decision to the server', async () => {
    const page = openLogin({ server })
    await enterAndTick(page)
    await page.tap('获取验证码')
    await page.findCode()
    await page.tap('返回')
    moveClock(-3_600_000)
    await page.tap('短信验证码登录')
    await page.tap('重新获取')
    await page.waitForSends(2)
  })
})

describe('races', () => {
  test('a double tap on the button sends once', async () => {
    const gate = createGate()
    server.fail(SEND, { ...refuse(503, 'overloaded'), until: gate.until })
    const page = openLogin({ server })
    await enterAndTick(page)
    const button = await page.find('.lnl-button')
    await act(async () => {
      fireEvent.click(button)
      fireEvent.click(button)
    })
    gate.open()
    await page.seesProblem('服务暂不可用')
    expect(page.countSends()).toBe(1)
  })

  test('a tap on the button while the code is checked does not check it again', async () => {
    const gate = createGate()
    server.fail(CHECK, { status: 200, body: { outcome: 'wrongCode', attemptsLeft: 4 }, until: gate.until })
    const page = openLogin({ server })
    await page.enter()
    await page.send()
    await page.typeCode('123456')
    await page.waitForChecks(1)
    await page.tap('登录中…')
    await page.typeCode('654321')
    gate.open()
    await page.seesProblem('验证码不正确（剩余 4 次）')
    expect(page.countChecks()).toBe(1)
  })

  test('Enter while another message is sent does nothing', async () => {
    const { page, gate } = await sendAnother()
    const field = await page.findCode()
    await act(async () => void fireEvent.keyDown(field, { key: 'Enter', keyCode: 13 }))
    expect(document.querySelector('.lnl-problem')).toBeNull()
    gate.open()
    await page.seesProblem('短信暂时无法发送')
  })

  test('changing the number while another message is sent shows nothing of its failure', async () => {
    const { page, gate } = await sendAnother()
    await page.tap('换个号码')
    await page.sees('手机号')
    expect(document.querySelector('.lnl-problem')).toBeNull()
    gate.open()
    await page.type('13900139000')
    await page.tap('获取验证码')
    await page.sees('验证码已发送至 139 0013 9000')
    expect(document.querySelector('.lnl-problem')).toBeNull()
  })

  test('a field that reports the same code again, as browsers do after autofill, does not submit it again', async () => {
    server.fail(CHECK, { status: 502 }, { status: 502 })
    const page = openLogin({ server })
    await page.enter()
    await page.send()
    await page.typeCode('123456')
    await page.seesProblem('服务暂不可用')
    await page.typeCode('123456')
    await page.tap('登录')
    await page.seesProblem('验证码不正确（剩余 4 次）')
    expect(page.countChecks()).toBe(3)
  })

  test('leaving while the message is sent shows nothing of its failure, and who comes back may try at once', async () => {
    const gate = createGate()
    server.fail(SEND, { ...refuse(503, 'overloaded'), until: gate.until })
    const page = openLogin({ server })
    await enterAndTick(page)
    await page.tap('获取验证码')
    await page.waitForSends(1)
    await page.tap('返回')
    gate.open()
    await page.enter()
    await page.tap('获取验证码')
    await page.findCode()
    expect(document.querySelector('.lnl-problem')).toBeNull()
  })

  test('a message whose answer comes after leaving leads to its code’s field, and no other one is sent', async () => {
    const gate = createGate()
    server.fail(SEND, { until: gate.until })
    const page = openLogin({ server })
    await enterAndTick(page)
    await page.tap('获取验证码')
    await page.waitForSends(1)
    await page.tap('返回')
    gate.open()
    moveClock(10_000)
    await page.enter()
    await page.tap('获取验证码')
    await seesDisabled(page, '50 秒后重新获取')
    expect(document.querySelector('.lnl-problem')).toBeNull()
    await page.typeCode('100001')
    await page.sees('验证成功')
  })

  test('a message whose answer is lost does, too', async () => {
    server.fail(SEND, { isLost: true })
    const page = openLogin({ server })
    await enterAndTick(page)
    await page.tap('获取验证码')
    await page.seesProblem('服务暂不可用')
    await page.tap('获取验证码')
    await page.typeCode('100001')
    await page.sees('验证成功')
  })

  test('a code that was right when the user had already left opens no session', async () => {
    const gate = createGate()
    server.fail(CHECK, { status: 200, body: { outcome: 'verified', ticket: 'LATE' }, until: gate.until })
    const onVerified = jest.fn()
    const page = openLogin({ server, props: { onVerified } })
    await page.enter()
    await page.send()
    await page.typeCode('123456')
    await page.waitForChecks(1)
    await page.tap('返回')
    gate.open()
    await page.tap('短信验证码登录')
    await page.typeCode(page.readCode())
    await page.sees('验证成功')
    expect(onVerified.mock.calls).toEqual([[expect.objectContaining({ ticket: `TICKET of ${PHONE}` })]])
  })

  test('暂不登录 while the message is sent aborts the request, and starts over', async () => {
    const aborted: boolean[] = []
    const send = (_request: object, { signal }: { readonly signal: AbortSignal }) =>
      new Promise<never>(() => signal.addEventListener('abort', () => aborted.push(signal.aborted)))
    const onCancel = jest.fn()
    const page = openLogin({ server, way: { api: { send, check: send } }, props: { onCancel } })
    await enterAndTick(page)
    await page.tap('获取验证码')
    await page.tap('暂不登录')
    await waitFor(() => expect(aborted).toEqual([true]))
    expect(onCancel).toHaveBeenCalledTimes(1)
    await page.sees('本机号码登录')
  })

  test('a captcha’s proof that comes after leaving is not sent', async () => {
    let prove: (proof: string) => void = () => undefined
    server.fail(SEND, refuse(403, 'captchaRequired'))
    const renderCaptcha = ({ onProof }: { readonly onProof: (proof: string) => void }) => {
      prove = onProof
      return '拼图'
    }
    const page = openLogin({ server, way: { renderCaptcha } })
    await enterAndTick(page)
    await page.tap('获取验证码')
    await page.sees('拼图')
    await page.tap('返回')
    await act(async () => prove('PROOF'))
    await page.enter()
    expect(page.countSends()).toBe(1)
  })
})
