// No dead ends: what each failure offers with other ways to log in and without, and the ways out of everything else.
import type { LoginPage } from '../support/login-page'
import { expect, test } from '../support/test'

const NUMBER = '13800138000'
const WAYS = ['短信验证码登录', '密码登录']
const IMAGE = '/NumberAbility/h5/getMobile.htm'
const TOKEN = '/NumberAbility/h5/getToken.htm'
const VERIFY = '/api/local-number/verify'

const refusal = (outcome: string, attemptsLeft = 4) => ({ outcome, code: '', attemptsLeft, traceId: 'a'.repeat(32) })

interface Failure {
  readonly title: string
  /** The request that gets another answer. */
  readonly at: string
  readonly answer: object
  /** The button back to the carrier's way. */
  readonly back: string | null
  /** Whether the other ways come first. */
  readonly waysFirst: boolean
  /** @default all */
  readonly ways?: readonly string[]
}

const FAILURES: readonly Failure[] = [
  {
    title: '网络未连接',
    at: '/_sim/handset',
    answer: { network: 'none' },
    back: '重试',
    waysFirst: false,
    ways: ['密码登录'],
  },
  { title: '服务暂不可用', at: '/api/local-number/sign', answer: {}, back: '本机号码登录', waysFirst: true },
  { title: '未能识别本机号码', at: IMAGE, answer: {}, back: '重试', waysFirst: true },
  { title: '运营商服务无响应', at: TOKEN, answer: {}, back: '重试', waysFirst: false },
  {
    title: '暂时无法验证',
    at: TOKEN,
    answer: { header: { resultCode: '130018' }, body: {} },
    back: '重试',
    waysFirst: true,
  },
  { title: '暂时无法验证', at: VERIFY, answer: refusal('unavailable'), back: '重试', waysFirst: true },
  { title: '今日验证次数已达上限', at: VERIFY, answer: refusal('dailyLimit'), back: null, waysFirst: true },
  { title: '尝试次数过多', at: VERIFY, answer: refusal('notThisNumber', 0), back: null, waysFirst: true },
]

/** Logs in until the login fails. */
async function fail(login: LoginPage, { title, at, answer }: Failure): Promise<void> {
  login.traffic.answer(at, answer)
  await login.agree()
  if (at === VERIFY) await login.submit(NUMBER)
  await login.expectText(title)
}

/** After a failure. */
async function startOver(login: LoginPage, { at }: Failure): Promise<void> {
  login.traffic.stopAnswering(at)
  await login.getButton('重新开始').click()
  await expect(login.tickedCheckbox).toHaveCount(0)
}

test('every failure offers the other ways and, where it can help, the way back', async ({ login }) => {
  await login.open('cm-5g', 'standard', { ways: 2 })
  for (const failure of FAILURES) {
    await fail(login, failure)
    const back = failure.back === null ? [] : [failure.back]
    const { ways = WAYS, waysFirst } = failure
    await expect(login.offers).toHaveText(waysFirst ? [...ways, ...back] : [...back, ...ways])
    await startOver(login, failure)
  }
})

test('without other ways every failure offers to try again or to start over, and mentions no other way', async ({
  login,
}) => {
  await login.open()
  for (const failure of FAILURES) {
    await fail(login, failure)
    await expect(login.offers).toHaveText([failure.back ?? '重新登录'])
    await expect(login.page.locator('.lnl').getByText('其他方式')).toHaveCount(0)
    await startOver(login, failure)
  }
})

test('an other way of the app’s own leads back to where it was chosen, and can log in', async ({ login }) => {
  await login.open('cm-5g', 'standard', { ways: 2 })
  await login.agree()
  await login.phoneField.fill(NUMBER)
  await login.getButton('其他方式登录').click()
  await login.getButton('密码登录').click()
  await expect(login.phoneField.first()).toHaveValue('138 0013 8000')
  await login.takePicture('14-other-way')
  await login.getButton('返回').click()
  await expect(login.phoneField).toHaveValue('138 0013 8000')
  await login.getButton('其他方式登录').click()
  await login.getButton('密码登录').click()
  await login.getButton('忘记密码？').click()
  await login.expectText('服务暂不可用')
  await login.getButton('密码登录').click()
  await login.getButton('完成登录').click()
  await login.expectText('验证成功')
})

test('one other way is entered at once, and leads back to the typed number', async ({ login }) => {
  await login.open('cm-5g', 'standard', { ways: 1 })
  await login.agree()
  await login.phoneField.fill(NUMBER)
  await login.getButton('短信验证码登录').click()
  await expect(login.phoneField).toHaveValue('138 0013 8000')
  await login.getButton('返回').click()
  await expect(login.phoneField).toHaveValue('138 0013 8000')
})

test('暂不登录 aborts number retrieval, and a session that does not open can be tried again', async ({
  login,
  carrierLog,
}) => {
  await login.open('cm-5g', 'standard', { cancel: 1, session: 'fails' })
  const release = login.traffic.hold(IMAGE)
  await login.agree()
  await expect(login.carrierImage).toHaveCount(1)
  await login.getButton('暂不登录').click()
  await login.expectText('您没有登录')
  await expect(login.carrierImage).toHaveCount(0)
  release()
  await login.getButton('去登录').click()
  await expect(login.tickedCheckbox).toHaveCount(0)
  await login.agree()
  await login.submit(NUMBER)
  await login.expectText('商店暂时打不开，请稍后再试')
  await expect(login.offers).toHaveText(['重试', '重新登录', '暂不登录'])
  await login.takePicture('15-session-failed')
  await login.getButton('重试').click()
  await login.expectText('验证成功')
  await expect(login.offers).toHaveCount(0)
  const calls = carrierLog.filter((line) => !line.includes('getMobile')).map((line) => line.split(' ')[2])
  expect(calls).toEqual(['getToken', 'verify'])
})
