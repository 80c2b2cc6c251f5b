// One login with a code in a text message, as the page sees it: two calls to the business server, with a message
// between them. Its numbers are made up: the suite receives the messages in the place of a phone.
import { createHash, randomBytes } from 'node:crypto'
import { SMS_PATHS, TRACE_HEADER } from '@local-number/protocol'
import { assert } from '../assertions'
import { type HttpAnswer, parseJsonObject } from '../http'
import { createMsisdn } from '../platform/random-values'
import { describeAnswer, readCode } from './describe-answer'
import { createId, post } from './login'
import type { ServerSubject } from './subject'

type Changes = Readonly<Record<string, unknown>>

export interface SmsUser {
  /** @default a new one */
  readonly phone?: string
  readonly session?: string
  readonly binding?: string
}

export class SmsLogin {
  readonly phone: string
  readonly session: string
  /** Of letters alone, so that no code is part of it by chance. */
  readonly traceId = createTraceId()
  readonly #binding: string | undefined
  readonly #subject: ServerSubject
  /** Until another message may be sent, in ms, as the server said with the last one. */
  resendAfterMs = 0

  constructor(subject: ServerSubject, { phone = createMsisdn(), session = createId(), binding }: SmsUser = {}) {
    this.#subject = subject
    this.phone = phone
    this.session = session
    this.#binding = binding
  }

  /**
   * @param changes replace correct fields
   * @throws Unmet if messages go elsewhere: the number may be somebody's
   */
  async send(changes: Changes = {}): Promise<HttpAnswer> {
    assert(
      !this.#subject.inbox.isSilent,
      'not judged: no message has come to --inbox, so that none is asked for any more',
    )
    return this.#post('send', changes)
  }

  /** @param changes replace correct fields */
  check(code: string, changes: Changes = {}): Promise<HttpAnswer> {
    return this.#post('check', { code, ...changes })
  }

  /** The messages that came for the number. */
  countMessages(): number {
    return this.#subject.inbox.listCodes(this.phone).length
  }

  /** Asks for a message and receives it. @throws Unmet */
  async receiveCode(changes: Changes = {}): Promise<string> {
    const before = this.countMessages()
    const answer = await this.send(changes)
    const { resendAfterMs } = parseJsonObject(answer) ?? {}
    assertSent(answer)
    assert(typeof resendAfterMs === 'number', 'the answer to a send must have resendAfterMs')
    this.resendAfterMs = resendAfterMs
    return this.#subject.inbox.waitForCode(this.phone, before + 1)
  }

  /** Waits until another message may be sent to the number. @throws Unmet if that takes too long */
  awaitResend(): Promise<void> {
    return this.#subject.clock.pass(this.resendAfterMs)
  }

  #post(route: keyof typeof SMS_PATHS, changes: Changes): Promise<HttpAnswer> {
    const { phone, session, traceId } = this
    const consent = { version: this.#subject.app.smsConsentVersion }
    const body = { phone, consent, session, ...(this.#binding && { binding: this.#binding }), ...changes }
    return post(this.#subject, SMS_PATHS[route], { body, headers: { [TRACE_HEADER]: traceId } })
  }
}

/** @throws Unmet, with a remedy for refusals that are due to how the server is configured */
export function assertSent(answer: HttpAnswer): void {
  const isLimit = answer.status === 429 || readCode(answer) === 'captchaRequired'
  const remedy = isLimit
    ? 'not judged: the server limits messages: raise its limits per session, address and hour, and its rate limit'
    : 'the server must send a message for a correct request: check its sender and smsConsentVersion against the guide'
  assert(answer.status === 200, `${remedy} (${describeAnswer(answer)})`)
}

function createTraceId(): string {
  return createId().replace(/\d/g, (digit) => 'abcdefabcd'.charAt(Number(digit)))
}

/** The hash of a secret in a visitor's session. */
export function createBinding(): string {
  return createHash('sha256').update(randomBytes(32)).digest('base64url')
}

/** Returns a code other than this one; another one for each index below 999,999. */
export function createWrongCode(code: string, which = 0): string {
  return String((Number(code) + 1 + which) % 1_000_000).padStart(6, '0')
}
