// A phone for one scenario of the HTTPS edition: its clock, and its `wx` or its browser.
import { BUSINESS_TYPES, type HttpsEdition, type HttpsIds } from '@local-number/protocol'
import { assert } from '../../assertions'
import type { Scenario } from '../../scenario'
import { Unusable } from '../../unusable'
import type { ClientSubject } from '../client'
import { createClock, type PhoneClock, settlePromises } from '../phone/clock'
import { type PhoneGlobals, replaceGlobals } from '../phone/globals'
import { APP_ID, toAnswer } from '../phone/phone'
import { RECORDED_PHONES } from '../phone/recorded-phones'
import { createPhoneWx, type PhoneWx, type WxOptions } from '../phone/wx'
import { createPhoneBrowser, type PhoneBrowser } from './browser'
import type { HttpsClient, HttpsTokenRequest, HttpsTokenResult } from './client'
import { RECORDED_BROWSERS, type RecordedBrowser } from './recorded-browsers'

export const IDS: HttpsIds = {
  traceId: 'KCQACLPM2JPBQ2NK0UETPI9IJHG96OE5',
  timestamp: '20260101085900000',
  version: '1.0',
}

export const SIGN = 'c7bfd7551a7e5c85330dd8d0ba4ac584'

export const TOKEN = `H5HTTPS${'0'.repeat(32)}`

/** Composes an answer of the platform. */
export function toHttpsAnswer(body: object, status?: number) {
  const header = { appId: APP_ID, msgId: IDS.traceId, timestamp: IDS.timestamp }
  return toAnswer({ header, body }, status)
}

export const GRANTED = toHttpsAnswer({ resultCode: '103000', resultDesc: 'success', token: TOKEN })

/** Longer than any call may take. */
const LONGEST_CALL_MS = 30_000

/** What became of a call, and how many milliseconds after it. */
export type Settled = { readonly afterMs: number } & (
  | { readonly granted: HttpsTokenResult }
  | { readonly failed: unknown }
)

/** A call: `settled` is set when it has ended. */
export interface HttpsCall {
  settled: Settled | null
}

export interface HttpsPhone
  extends Pick<PhoneWx, 'sent' | 'answerWith' | 'countAborted'>,
    Pick<PhoneClock, 'advance' | 'now'> {
  readonly edition: HttpsEdition
  readonly globals: PhoneGlobals
  readonly unhandledErrors: readonly unknown[]
  countImages(): number
  beginToken(changes?: Partial<HttpsTokenRequest>): HttpsCall
  /** Requests a token, and waits until nothing can come any more. @throws Unmet if nothing came */
  requestToken(changes?: Partial<HttpsTokenRequest>): Promise<Settled>
}

export interface HttpsPhoneOptions {
  readonly edition: HttpsEdition
  readonly phone?: Partial<WxOptions & { readonly epochMs: number; readonly timezoneOffset: number }>
  readonly browser?: RecordedBrowser
  readonly answersAfterMs?: number
}

type Facts = Omit<Scenario<ClientSubject>, 'run' | 'needs'>

/** Creates a scenario that runs on a phone of each edition. */
export function createHttpsScenario(
  {
    editions = ['httpsMiniProgram', 'httpsH5'],
    answersAfterMs,
    ...facts
  }: Facts & {
    readonly editions?: readonly HttpsEdition[]
    readonly answersAfterMs?: number
  },
  rule: (phone: HttpsPhone) => Promise<void>,
): Scenario<ClientSubject> {
  return {
    ...facts,
    needs: ['https'],
    async run(subject) {
      for (const edition of editions) {
        await withHttpsPhone(subject, { edition, ...(answersAfterMs !== undefined && { answersAfterMs }) }, rule)
      }
    },
  }
}

/** Runs a rule on a new phone, and restores all globals afterwards. */
export async function withHttpsPhone(
  subject: ClientSubject,
  options: HttpsPhoneOptions,
  rule: (phone: HttpsPhone) => Promise<void>,
): Promise<void> {
  if (subject.openHttps === undefined) throw new Unusable('the module exports no createHttpsSdk')
  await settlePromises()
  const unhandledErrors: unknown[] = []
  const onError = (error: unknown) => void unhandledErrors.push(error)
  const { edition, answersAfterMs = 50, browser = RECORDED_BROWSERS[0] } = options
  const phone = { network: '4g', ...RECORDED_PHONES[0], ...options.phone, answersAfterMs }
  const clock = createClock({ ...(edition === 'httpsH5' ? browser : phone), onError })
  const device =
    edition === 'httpsH5'
      ? createPhoneBrowser({ ...browser, answersAfterMs }, clock)
      : createPhoneWx(phone, clock, onError)
  const own = 'browser' in device ? device.globals : { wx: device.wx }
  const globals = replaceGlobals({ globals: { ...clock.globals, ...own }, onRejection: onError })
  try {
    device.answerWith(GRANTED)
    const client = subject.openHttps('browser' in device ? { browser: device.browser } : { wx: device.wx })
    await rule(createHttpsPhone(client, { edition, clock, device, globals, unhandledErrors }))
    await clock.advance(LONGEST_CALL_MS)
  } finally {
    globals.restore()
  }
}

interface Parts {
  readonly edition: HttpsEdition
  readonly clock: PhoneClock
  readonly device: PhoneWx | PhoneBrowser
  readonly globals: PhoneGlobals
  readonly unhandledErrors: readonly unknown[]
}

function createHttpsPhone(client: HttpsClient, { edition, clock, device, ...parts }: Parts): HttpsPhone {
  const beginToken: HttpsPhone['beginToken'] = (changes) => {
    const begun = clock.now()
    const call: HttpsCall = { settled: null }
    const settle = (outcome: { granted: HttpsTokenResult } | { failed: unknown }) => {
      call.settled = { ...outcome, afterMs: clock.now() - begun }
    }
    const request = { appId: APP_ID, ids: IDS, sign: SIGN, ...changes }
    // A method that throws at once fails like one that rejects.
    new Promise<HttpsTokenResult>((resolve) => resolve(client.requestToken(request))).then(
      (result) => settle({ granted: Object(result) }),
      (reason: unknown) => settle({ failed: reason }),
    )
    return call
  }
  return {
    ...parts,
    edition,
    sent: device.sent,
    answerWith: device.answerWith,
    countAborted: device.countAborted,
    countImages: 'countImages' in device ? device.countImages : () => 0,
    advance: clock.advance,
    now: clock.now,
    beginToken,
    async requestToken(changes) {
      const call = beginToken(changes)
      await clock.advance(LONGEST_CALL_MS)
      assert(call.settled !== null, 'requestToken must end')
      return call.settled
    },
  }
}

/** @throws Unmet unless the call gave a token */
export function assertTokenGranted(settled: Settled | null): HttpsTokenResult {
  assert(settled !== null && 'granted' in settled, 'requestToken must resolve for a token')
  return settled.granted
}

/** @returns the reason. @throws Unmet unless the call failed */
export function assertTokenRefused(settled: Settled | null, what: string): unknown {
  assert(settled !== null && 'failed' in settled, `requestToken must reject for ${what}`)
  return settled.failed
}

/** The message that a phone must send. */
export function composeExpectedBody(edition: HttpsEdition, more: object): object {
  const { traceId, timestamp, version } = IDS
  const ids = { version, timestamp, appId: APP_ID, businessType: BUSINESS_TYPES[edition], traceId, msgId: traceId }
  return { ...ids, sign: SIGN, ...more }
}
