// A phone for one scenario: its clock, its `wx`, and the client SDK on it, called as a page calls it.
import { assert, assertEqual } from '../../assertions'
import type { Scenario } from '../../scenario'
import type { Client, ClientData, ClientSubject, TokenResult } from '../client'
import { createClock, type PhoneClock, settlePromises } from './clock'
import { type PhoneGlobals, replaceGlobals } from './globals'
import { type ImageAddress, parseImageAddress } from './image-address'
import { RECORDED_PHONES } from './recorded-phones'
import { createPhoneWx, type PhoneWx, type WxOptions } from './wx'

export const APP_ID = '300011877495'

/** As from `RsaUtils.sign`: base64 with all of its special characters. */
export const SIGN = 'c2lnbmVk+Zm9y/dGhlIHNhbXBsZQ=='

const TOKEN = `TOKEN${'0'.repeat(27)}`

/** An answer that grants a token. */
export const GRANTED = toAnswer({ header: { resultCode: '000000' }, body: { token: TOKEN, resultDesc: 'success' } })

export function toAnswer(answer: unknown, status = 200) {
  return { status, text: JSON.stringify(answer) }
}

/** Longer than any call may take: no callback may come later. */
const LONGEST_CALL_MS = 30_000

export interface PhoneOptions extends WxOptions {
  readonly epochMs: number
  /** Minutes, as `Date.getTimezoneOffset()` counts them: west is positive. */
  readonly timezoneOffset: number
}

/** A callback of `getTokenInfo`, and how many milliseconds after the call it came. */
export interface TokenCallback {
  readonly name: 'success' | 'error'
  readonly result: TokenResult
  readonly afterMs: number
}

export interface Phone extends Pick<PhoneWx, 'sent' | 'answerWith' | 'moveTo'>, Pick<PhoneClock, 'now' | 'advance'> {
  readonly client: Client
  readonly globals: PhoneGlobals
  /** What timers and callbacks of `wx` threw, and the reasons of unhandled rejections. */
  readonly unhandledErrors: unknown[]
  getImgSrc(data?: ClientData): ImageAddress
  getSign(): string
  /** Calls getTokenInfo. Callbacks are added to the list when they come. */
  beginTokenInfo(data?: ClientData, onCallback?: (name: TokenCallback['name']) => void): readonly TokenCallback[]
  /** Calls getTokenInfo, and waits until no more callbacks can come. */
  getTokenInfo(data?: ClientData, onCallback?: (name: TokenCallback['name']) => void): Promise<readonly TokenCallback[]>
}

export interface ClientRule extends Omit<Scenario<ClientSubject>, 'run' | 'needs'> {
  /** Differs from an ordinary phone. */
  readonly phone?: Partial<PhoneOptions>
}

/** Creates a scenario that runs on one phone. */
export function createClientScenario(
  { phone = {}, ...facts }: ClientRule,
  rule: (phone: Phone) => void | Promise<void>,
): Scenario<ClientSubject> {
  return { ...facts, run: (subject) => withPhone(subject, phone, rule) }
}

/** Runs a rule on a new phone, and restores all globals afterwards. */
export async function withPhone(
  subject: ClientSubject,
  changes: Partial<PhoneOptions>,
  rule: (phone: Phone) => void | Promise<void>,
): Promise<void> {
  // The caller may still set a timer, which must not be a timer of the phone.
  await settlePromises()
  const [common] = RECORDED_PHONES
  const options = { network: '4g', answersAfterMs: 50, ...common, ...changes }
  const unhandledErrors: unknown[] = []
  const onError = (error: unknown) => void unhandledErrors.push(error)
  const clock = createClock({ ...options, onError })
  const network = createPhoneWx(options, clock, onError)
  const globals = replaceGlobals({ globals: { ...clock.globals, wx: network.wx }, onRejection: onError })
  try {
    const phone = createPhone(subject.open(network.wx), { clock, network, globals, unhandledErrors })
    phone.answerWith(GRANTED)
    await rule(phone)
    await endAttempt(phone)
  } finally {
    globals.restore()
  }
}

interface Parts {
  readonly clock: PhoneClock
  readonly network: PhoneWx
  readonly globals: PhoneGlobals
  readonly unhandledErrors: unknown[]
}

function createPhone(client: Client, { clock, network, globals, unhandledErrors }: Parts): Phone {
  const parameters = { appId: APP_ID, openType: '1' }
  const beginTokenInfo: Phone['beginTokenInfo'] = (data, onCallback) => {
    const begun = clock.now()
    const callbacks: TokenCallback[] = []
    const onCall = (name: TokenCallback['name']) => (result: TokenResult) => {
      callbacks.push({ name, result: result ?? {}, afterMs: clock.now() - begun })
      onCallback?.(name)
    }
    callMethod('getTokenInfo', () =>
      client.getTokenInfo({
        data: { ...parameters, sign: SIGN, ...data },
        success: onCall('success'),
        error: onCall('error'),
      }),
    )
    return callbacks
  }
  return {
    client,
    globals,
    unhandledErrors,
    sent: network.sent,
    answerWith: network.answerWith,
    moveTo: network.moveTo,
    now: clock.now,
    advance: clock.advance,
    getImgSrc: (data) => parseImageAddress(callMethod('getImgSrc', () => client.getImgSrc({ ...parameters, ...data }))),
    getSign() {
      const preSign = callMethod('getSign', () => client.getSign(APP_ID))
      assert(typeof preSign === 'string', 'getSign must return text')
      return preSign
    },
    beginTokenInfo,
    async getTokenInfo(data, onCallback) {
      const callbacks = beginTokenInfo(data, onCallback)
      await clock.advance(LONGEST_CALL_MS)
      return callbacks
    },
  }
}

function callMethod<T>(method: string, call: () => T): T {
  try {
    return call()
  } catch (error) {
    assert(false, `${method} must not throw, and threw ${error instanceof Error ? error.message : 'something'}`)
  }
}

/** Ends an attempt that the scenario left open, because the next scenario may use the same object. */
async function endAttempt({ client, answerWith, advance }: Phone): Promise<void> {
  answerWith('unreachable')
  try {
    client.getTokenInfo({
      data: { appId: APP_ID, openType: '1', sign: SIGN },
      success: () => undefined,
      error: () => undefined,
    })
  } catch {
    // Another scenario tests that it does not throw.
  }
  await advance(LONGEST_CALL_MS)
}

/** Returns what the only callback of a successful call received. @throws Unmet */
export function assertGranted(callbacks: readonly TokenCallback[]): TokenResult {
  return getOnlyResult(callbacks, 'success')
}

/** Returns what the only callback of a failed call received. @throws Unmet */
export function assertRefused(callbacks: readonly TokenCallback[]): TokenResult {
  return getOnlyResult(callbacks, 'error')
}

function getOnlyResult(callbacks: readonly TokenCallback[], wanted: TokenCallback['name']): TokenResult {
  assertEqual(
    callbacks.map(({ name }) => name),
    [wanted],
    'the called callbacks of getTokenInfo',
  )
  return callbacks[0]?.result ?? {}
}
