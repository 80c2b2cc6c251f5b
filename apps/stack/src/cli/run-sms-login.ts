// Runs one login by a text message without a browser, from consent to its end: the user chooses it in place of the
// carrier's way, and reads the code on the handset.
import { setTimeout as wait } from 'node:timers/promises'
import { createRandomId } from '@local-number/login'
import {
  type ErrorAnswer,
  maskMsisdn,
  SMS_PATHS,
  type SmsCheckAnswer,
  type SmsSendAnswer,
  TRACE_HEADER,
} from '@local-number/protocol'
import type { TextMessage } from '@local-number/simulator'
import type { LoginTarget } from './phone'
import type { LoginSummary } from './run-login'

/** How long the user looks at the handset. */
const PATIENCE_MS = 10_000
const LOOK_EVERY_MS = 100

type End = Pick<LoginSummary, 'outcome' | 'reason' | 'code' | 'attemptsLeft'>

/** Runs one step of the login, and prints it with its time. */
type Measure = <T>(step: string, work: () => Promise<T>) => Promise<T>

/** @param phone a valid number, as the user types it */
export async function runSmsLogin(
  phone: string,
  target: LoginTarget,
  print: (line: string) => void,
): Promise<LoginSummary> {
  const began = performance.now()
  const traceId = createRandomId()
  const measure: Measure = async (step, work) => {
    const start = performance.now()
    const result = await work()
    print(`  ${step.padEnd(8)} ${(performance.now() - start).toFixed(1).padStart(8)} ms`)
    return result
  }
  const end = await proveNumber(phone, { target, traceId, measure, print })
  return { way: 'sms', ...end, traceId, phone: maskMsisdn(phone), ms: Math.round(performance.now() - began) }
}

interface Steps {
  readonly target: LoginTarget
  readonly traceId: string
  readonly measure: Measure
  readonly print: (line: string) => void
}

async function proveNumber(phone: string, { target, traceId, measure, print }: Steps): Promise<End> {
  const { backendUrl, carrierOrigin, consentVersion } = target
  const facts = { phone, consent: { version: consentVersion }, session: createRandomId() }
  const post = <Answer>(path: string, body: object) => postJson<Answer>(backendUrl + path, body, traceId)
  const refuse = (refusal: ErrorAnswer) => {
    print(describeRefusal(refusal))
    return fallBack(refusal.code, refusal.reason)
  }

  const before = await readInbox(carrierOrigin)
  const sent = await measure('send', () => post<SmsSendAnswer>(SMS_PATHS.send, facts))
  if ('refusal' in sent) return refuse(sent.refusal)
  const message = await measure('message', () => awaitMessage(carrierOrigin, before))
  if (message === null) {
    print(NO_MESSAGE)
    return fallBack('noMessage')
  }
  const checked = await measure('check', () => post<SmsCheckAnswer>(SMS_PATHS.check, { ...facts, code: message.code }))
  if ('refusal' in checked) return refuse(checked.refusal)
  const { outcome, attemptsLeft } = checked.answer
  if (outcome === 'verified') return { outcome, reason: null, code: null, attemptsLeft }
  return { ...fallBack(outcome), attemptsLeft }
}

/** @param code what the reason is about, such as the limit that was reached */
const fallBack = (reason: string, code: string | null = null): End => {
  return { outcome: 'fallback', reason, code, attemptsLeft: null }
}

const toSeconds = (ms: number) => Math.ceil(ms / 1000)

const NO_MESSAGE = `noMessage: none came in ${toSeconds(PATIENCE_MS)} s. Pass the --handset whose SIM has the number.`

/** The server's message says what to do. */
function describeRefusal({ code, reason, message, retryAfterMs }: ErrorAnswer): string {
  const wait = retryAfterMs === undefined ? '' : ` Wait ${toSeconds(retryAfterMs)} s.`
  return `${code}${reason ? ` (${reason})` : ''}: ${message}.${wait}`
}

type Posted<Answer> = { readonly answer: Answer } | { readonly refusal: ErrorAnswer }

async function postJson<Answer>(url: string, body: object, traceId: string): Promise<Posted<Answer>> {
  const headers = { 'content-type': 'application/json', [TRACE_HEADER]: traceId }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  const json: unknown = await response.json()
  return response.ok ? { answer: json as Answer } : { refusal: json as ErrorAnswer }
}

async function readInbox(carrierOrigin: string): Promise<readonly TextMessage[]> {
  const { id } = await getJson<{ id: string }>(`${carrierOrigin}/_sim/handset`)
  return getJson(`${carrierOrigin}/_sim/handsets/${id}/messages`)
}

async function getJson<T>(url: string): Promise<T> {
  return (await (await fetch(url)).json()) as T
}

/** @returns the newest message of the handset that was not there before; `null` if none came */
async function awaitMessage(carrierOrigin: string, before: readonly TextMessage[]): Promise<TextMessage | null> {
  const known = new Set(before.map(({ id }) => id))
  const end = performance.now() + PATIENCE_MS
  for (;;) {
    const message = (await readInbox(carrierOrigin)).find(({ id }) => !known.has(id))
    if (message || performance.now() > end) return message ?? null
    await wait(LOOK_EVERY_MS)
  }
}
