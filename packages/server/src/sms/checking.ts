// Checks a guessed code, and proves the number with a right one. The guess is spent in one step; the same guess again
// gets the same outcome for 120 s, and its ticket the same id, so that a lost answer costs no message (decision 0030).
import { randomUUID } from 'node:crypto'
import type { Msisdn, SmsCheckAnswer } from '@local-number/protocol'
import type { CallFacts } from '../call-facts'
import { nameCaller } from '../caller'
import { ServerError } from '../errors'
import type { Fingerprint } from '../fingerprint'
import { pause } from '../pauses'
import type { ConsentKeeping } from '../sign/consent'
import type { CodePlace, CodeStore, Guessed } from '../stores/codes'
import type { TicketIssuer } from '../ticket/issuer'
import { REPEAT_MS } from '../ticket/lifetimes'
import type { History, ReadHistory } from '../verify/before-ticket'
import { hashCode } from './code'
import { getSendingMs } from './deliver'
import type { Devices } from './devices'
import { toGuessLimits } from './guess-limits'
import type { SmsSettings } from './options'
import { requirePhone } from './phone'
import type { PumpingAlarm } from './pumping'
import { createWait } from './refusals'
import type { ParsedCheckRequest } from './request'

export interface CheckingOptions {
  readonly settings: SmsSettings
  readonly codes: CodeStore
  readonly consents: ConsentKeeping
  readonly devices: Devices
  readonly alarm: PumpingAlarm
  readonly tickets: Pick<TicketIssuer, 'issue'>
  /** `null` without `beforeTicket`. */
  readonly readHistory: ReadHistory | null
  /** How long `beforeTicket` of another request is waited for, in ms. */
  readonly decisionMs: number
  readonly fingerprint: Fingerprint
}

/**
 * @throws ServerError `phoneMalformed`, `countryUnsupported`, `consentRequired`, `rateLimited`, `loginRefused`,
 *   `overloaded`
 */
export type CheckCode = (request: ParsedCheckRequest, facts: CallFacts) => Promise<SmsCheckAnswer>

interface Waiting {
  isOpen(found: Guessed): boolean
  readonly withinMs: number
}

type RightGuess = Extract<Guessed, { readonly state: 'right' }>

/** One check of a code. */
interface Check {
  readonly phone: Msisdn
  readonly place: CodePlace
  readonly binding: string | undefined
  readonly device: string | undefined
  readonly traceId: string
  /** May be made again: it counts once. */
  guess(): Promise<Guessed>
}

/** The end of a login that `beforeTicket` allowed. Any other is the code of its refusal. */
const ALLOWED = ''

export function createChecking(options: CheckingOptions): CheckCode {
  const { settings, codes, consents, devices, alarm, tickets, readHistory, decisionMs, fingerprint } = options

  function prepare({ phone: typed, code, consent, binding, ...request }: ParsedCheckRequest, facts: CallFacts): Check {
    const phone = requirePhone(typed)
    consents.require(consent)
    const session = nameCaller(facts) ?? request.session
    const place = { number: fingerprint('number', phone), session: consents.hashSession(session) }
    const guess = {
      ...toGuessLimits(settings.limits),
      code: hashCode(fingerprint, { code, phone, session, binding }),
      ticketId: randomUUID(),
      repeatMs: REPEAT_MS,
    }
    const device = nameCaller(facts) ?? request.device
    return { phone, place, binding, device, traceId: facts.traceId, guess: () => codes.guess(place, guess) }
  }

  /** Guesses again as long as another request works on the answer, and no longer than it may. */
  async function guessWhile({ guess }: Check, first: Guessed, { isOpen, withinMs }: Waiting): Promise<Guessed> {
    const deadline = performance.now() + withinMs
    let found = first
    for (let round = 0; isOpen(found) && performance.now() < deadline; round += 1) {
      await pause(round)
      found = await guess()
    }
    return found
  }

  /** A message that is refused has shown its code to nobody: a right guess waits until it is sent. */
  async function guessOnceSent(check: Check): Promise<Guessed> {
    const isOpen = ({ state }: Guessed) => state === 'sending'
    return guessWhile(check, await check.guess(), { isOpen, withinMs: getSendingMs(settings.times) })
  }

  /** The decision of the first request, if another one is making it. If that takes too long, its process has ended. */
  async function waitForEnd(check: Check, right: RightGuess): Promise<string | null> {
    const isOpen = (found: Guessed) => found.state === 'right' && found.end === null
    const found = await guessWhile(check, right, { isOpen, withinMs: decisionMs })
    return found.state === 'right' ? found.end : null
  }

  /** What `beforeTicket` says, or has said before. */
  async function decide(check: Check, right: RightGuess, history: History): Promise<string> {
    const known = right.isFirst ? null : await waitForEnd(check, right)
    return known ?? (await history.decide(check.traceId)) ?? ALLOWED
  }

  /** Keeps the end, and remembers what verified the number. Returns the end that was kept first. */
  async function keepEnd({ phone, place, device }: Check, right: RightGuess, history: History | null, end: string) {
    const isAllowed = end === ALLOWED
    const [kept] = await Promise.all([
      history && codes.finish(place, right.ticketId, end),
      // Not after a refusal: a second try would then find its own device.
      isAllowed && (history ? history.remember() : devices.remember(place.number, device)),
      right.isFirst && alarm.noteVerified(phone),
    ])
    return kept ?? end
  }

  async function finish(check: Check, right: RightGuess, history: History | null): Promise<SmsCheckAnswer> {
    const { phone, binding, traceId } = check
    const end = await keepEnd(check, right, history, history ? await decide(check, right, history) : ALLOWED)
    if (end !== ALLOWED) throw new ServerError('loginRefused', { facts: { reason: end } })
    const { ticketId, at: verifiedAt } = right
    const ticket = await tickets.issue({ phone, traceId, ticketId, binding, verifiedAt, way: 'sms' })
    return { outcome: 'verified', attemptsLeft: 0, traceId, ticket }
  }

  return async (request, facts) => {
    const check = prepare(request, facts)
    const { traceId } = check
    const [guessed, history] = await Promise.all([
      guessOnceSent(check),
      readHistory?.(check.phone, check.device, 'sms') ?? null,
    ])
    switch (guessed.state) {
      case 'right':
        return finish(check, guessed, history)
      case 'wrong':
        return { outcome: 'wrongCode', attemptsLeft: guessed.left, traceId }
      case 'sending':
      case 'void':
        return { outcome: 'expiredCode', attemptsLeft: 0, traceId }
      case 'exhausted':
        throw createWait('guessesPerNumber', guessed.waitMs)
    }
  }
}
