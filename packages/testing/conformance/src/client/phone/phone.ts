// A phone for the length of a scenario: its clock, its `wx`, and the client SDK on it, called as a page calls it.

import { must, mustEqual } from '../../must'
import type { Scenario } from '../../scenario'
import type { Client, ClientData, ClientSubject, TokenResult } from '../client'
import { createClock, type PhoneClock, settlePromises } from './clock'
import { type ImageAddress, imageAddressOf } from './image-address'
import { RECORDED_PHONES } from './recorded-phones'
import { enterSurroundings, type Surroundings } from './surroundings'
import { createPhoneWx, type PhoneWx, type WxOptions } from './wx'

export const APP_ID = '300011877495'

/** As `RsaUtils.sign` makes them: base64 with all of its special characters. */
export const SIGN = 'c2lnbmVk+Zm9y/dGhlIHNhbXBsZQ=='

const TOKEN = `TOKEN${'0'.repeat(27)}`

/** What the platform answers when it grants a token. */
export const GRANTED = answerOf({ header: { resultCode: '000000' }, body: { token: TOKEN, resultDesc: 'success' } })

export function answerOf(answer: unknown, status = 200) {
  return { status, text: JSON.stringify(answer) }
}

/** Longer than any call may take, in milliseconds: nothing more is to come afterwards. */
const PATIENCE_MS = 30_000

export interface PhoneOptions extends WxOptions {
  readonly epochMs: number
  /** Minutes, as `Date.getTimezoneOffset()` counts them: west positive. */
  readonly timezoneOffset: number
}

/** A callback of `getTokenInfo`, and how long after the call it came. */
export interface TokenCallback {
  readonly name: 'success' | 'error'
  readonly result: TokenResult
  readonly afterMs: number
}

export interface Phone extends Pick<PhoneWx, 'sent' | 'answerWith' | 'moveTo'>, Pick<PhoneClock, 'now' | 'advance'> {
  readonly client: Client
  readonly surroundings: Surroundings
  /** What was thrown where nobody could catch it: by timers, by callbacks of `wx`, by rejections nobody handled. */
  readonly strays: unknown[]
  getImgSrc(data?: ClientData): ImageAddress
  getSign(): string
  /** Asks for a token. The callbacks are added as they come. */
  beginTokenInfo(data?: ClientData, onCallback?: (name: TokenCallback['name']) => void): readonly TokenCallback[]
  /** The same, and waits until nothing more can come. */
  getTokenInfo(data?: ClientData, onCallback?: (name: TokenCallback['name']) => void): Promise<readonly TokenCallback[]>
}

export interface ClientRule extends Omit<Scenario<ClientSubject>, 'run' | 'needs'> {
  /** Where the phone differs from a common one. */
  readonly phone?: Partial<PhoneOptions>
}

/** A scenario on one phone. */
export function clientScenario(
  { phone = {}, ...facts }: ClientRule,
  rule: (phone: Phone) => void | Promise<void>,
): Scenario<ClientSubject> {
  return { ...facts, run: (subject) => onPhone(subject, phone, rule) }
}

/** Runs a rule on a phone of its own, and leaves everything as it was. */
export async function onPhone(
  subject: ClientSubject,
  changes: Partial<PhoneOptions>,
  rule: (phone: Phone) => void | Promise<void>,
): Promise<void> {
  // Whoever runs the scenario may set a timer of its own once it is under way: that one is no timer of the phone's.
  await settlePromises()
  const [common] = RECORDED_PHONES
  const options = { network: '4g', answersAfterMs: 50, ...common, ...changes }
  const strays: unknown[] = []
  const onError = (error: unknown) => void strays.push(error)
  const clock = createClock({ ...options, onError })
  const network = createPhoneWx(options, clock, onError)
  const globals = { ...clock.globals, wx: network.wx }
  const surroundings = enterSurroundings({ globals, onRejection: onError })
  try {
    const phone = phoneOf(subject.open(network.wx), { clock, network, surroundings, strays })
    phone.answerWith(GRANTED)
    await rule(phone)
    await endAttempt(phone)
  } finally {
    surroundings.restore()
  }
}

interface Parts {
  readonly clock: PhoneClock
  readonly network: PhoneWx
  readonly surroundings: Surroundings
  readonly strays: unknown[]
}

function phoneOf(client: Client, { clock, network, surroundings, strays }: Parts): Phone {
  const parameters = { appId: APP_ID, openType: '1' }
  const beginTokenInfo: Phone['beginTokenInfo'] = (data, onCallback) => {
    const begun = clock.now()
    const callbacks: TokenCallback[] = []
    const hear = (name: TokenCallback['name']) => (result: TokenResult) => {
      callbacks.push({ name, result: result ?? {}, afterMs: clock.now() - begun })
      onCallback?.(name)
    }
    calling('getTokenInfo', () =>
      client.getTokenInfo({
        data: { ...parameters, sign: SIGN, ...data },
        success: hear('success'),
        error: hear('error'),
      }),
    )
    return callbacks
  }
  return {
    client,
    surroundings,
    strays,
    sent: network.sent,
    answerWith: network.answerWith,
    moveTo: network.moveTo,
    now: clock.now,
    advance: clock.advance,
    getImgSrc: (data) => imageAddressOf(calling('getImgSrc', () => client.getImgSrc({ ...parameters, ...data }))),
    getSign() {
      const preSign = calling('getSign', () => client.getSign(APP_ID))
      must(typeof preSign === 'string', 'getSign must return a text')
      return preSign
    },
    beginTokenInfo,
    async getTokenInfo(data, onCallback) {
      const callbacks = beginTokenInfo(data, onCallback)
      await clock.advance(PATIENCE_MS)
      return callbacks
    },
  }
}

function calling<T>(method: string, call: () => T): T {
  try {
    return call()
  } catch (error) {
    must(false, `${method} must not throw, and threw ${error instanceof Error ? error.message : 'something'}`)
  }
}

/** The next scenario may be served by the same object: whatever this one left open is asked for its token. */
async function endAttempt({ client, answerWith, advance }: Phone): Promise<void> {
  answerWith('unreachable')
  try {
    client.getTokenInfo({
      data: { appId: APP_ID, openType: '1', sign: SIGN },
      success: () => undefined,
      error: () => undefined,
    })
  } catch {
    // Another scenario's matter.
  }
  await advance(PATIENCE_MS)
}

/** The one callback of a call that must end well. @throws Unmet */
export function granted(callbacks: readonly TokenCallback[]): TokenResult {
  return theOnly(callbacks, 'success')
}

/** The one callback of a call that must fail. @throws Unmet */
export function refused(callbacks: readonly TokenCallback[]): TokenResult {
  return theOnly(callbacks, 'error')
}

function theOnly(callbacks: readonly TokenCallback[], wanted: TokenCallback['name']): TokenResult {
  mustEqual(
    callbacks.map(({ name }) => name),
    [wanted],
    'the callbacks of getTokenInfo that were called',
  )
  return callbacks[0]?.result ?? {}
}
