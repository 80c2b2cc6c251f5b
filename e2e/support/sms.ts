// The way by text message, as its user operates it.
import { expect } from '@playwright/test'
import type { Clock } from './clock'
import type { DemoSetup, LoginPage } from './login-page'

export const UNICOM = { handset: 'cu-5g', phone: '18600186000' }
export const SMS = '短信验证码登录'
export const SENT = /^验证码已发送至/
export const MINUTE = 60_000

type Phone = typeof UNICOM

/** Logs in until the carrier has refused the Unicom SIM, and chooses the message. */
export async function chooseSms(login: LoginPage, setup: DemoSetup = {}): Promise<void> {
  await login.open(UNICOM.handset, 'standard', { ways: 1, ...setup })
  await chooseSmsOnceRefused(login)
}

export async function chooseSmsOnceRefused(login: LoginPage): Promise<void> {
  await login.agree()
  await login.expectText('未能识别本机号码')
  await login.getButton(SMS).click()
}

/** Asks for the first message. */
export async function askForCode(login: LoginPage, { phone }: Phone = UNICOM): Promise<void> {
  await login.phoneField.fill(phone)
  await login.checkbox.click()
  await login.getButton('获取验证码').click()
  await login.expectText(SENT)
}

/** Opens the step of the code, with a page clock that the test moves. */
export async function reachCode(login: LoginPage): Promise<void> {
  await login.page.clock.install()
  await chooseSms(login)
  await askForCode(login)
}

/** The newest message on the phone. */
export function readMessage(login: LoginPage, { handset }: Phone = UNICOM) {
  const [message] = login.carrier.inbox(handset)
  if (!message) throw new Error(`no message has arrived on ${handset}`)
  return message
}

/** How many messages have arrived on the Unicom phone. */
export const expectMessages = (login: LoginPage, count: number) =>
  expect.poll(() => login.carrier.inbox(UNICOM.handset).length).toBe(count)

const DAY = 86_400_000
/** After the beginning of a day in UTC. */
const NOON_IN_SHANGHAI = 14_400_000

/** Messages are counted by the day in Shanghai: at noon, none of a test's falls into the next one. */
export async function startAtNoon({ page }: LoginPage, clock: Clock): Promise<void> {
  const sinceNoon = (clock.now() - NOON_IN_SHANGHAI) % DAY
  clock.advanceServers(DAY - sinceNoon)
  await page.clock.install({ time: clock.now() })
}

/** Asks for the three messages that a session gets freely, and for a fourth. */
export async function askForFourth(login: LoginPage, clock: Clock): Promise<void> {
  await askForCode(login)
  for (const count of [2, 3]) {
    await clock.advance(MINUTE)
    await login.getButton('重新获取').click()
    await expectMessages(login, count)
  }
  await clock.advance(MINUTE)
  await login.getButton('重新获取').click()
}

/** A code that was not sent. */
export const alter = (code: string, by = 1) => String((Number(code) + by) % 1_000_000).padStart(6, '0')

export async function expectTicket(login: LoginPage, phone = UNICOM.phone): Promise<void> {
  await login.expectText('验证成功')
  const findTicket = () => login.traffic.received.find(({ name, body }) => name === 'check' && 'ticket' in body)
  await expect.poll(findTicket).toBeDefined()
  const ticket = String(findTicket()?.body.ticket)
  const claims = JSON.parse(Buffer.from(ticket.split('.')[1] ?? '', 'base64url').toString())
  expect(claims).toMatchObject({ amr: ['sms'], phone_number: `+86${phone}` })
}
