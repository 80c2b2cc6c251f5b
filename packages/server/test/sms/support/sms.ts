// A business server with the SMS way, whose messages end in a list, and one user of it.
import type { SmsCheckAnswer, SmsCheckRequest, SmsSendAnswer, SmsSendRequest } from '@local-number/protocol'
import {
  type CallFacts,
  createMemoryStores,
  type LocalNumberServerOptions,
  type LogFields,
  type Stores,
} from '../../../src'
import type { Message, SmsLimitValues, SmsOptions, VerifyCaptcha } from '../../../src/sms'
import { type Business, createFacts, createSession, PHONE, startBusiness } from '../../support/business'

export const CONSENT = { version: 'sms-1' } as const
export const MINUTE = 60_000

export interface SmsBusiness extends Business {
  /** What was handed to the sender. */
  readonly messages: Message[]
  readonly lines: LogFields[]
  readonly stores: Stores
  send(changes?: Partial<SmsSendRequest>, facts?: Partial<CallFacts>): Promise<SmsSendAnswer>
  check(code: string, changes?: Partial<SmsCheckRequest>, facts?: Partial<CallFacts>): Promise<SmsCheckAnswer>
  /** The code of the last message. */
  readCode(): string
  /** A code that was not sent; another one for each index. */
  createWrongCode(index?: number): string
}

export interface SmsChanges extends Partial<Omit<LocalNumberServerOptions, 'sms'>> {
  readonly sms?: Partial<SmsOptions>
}

/** Of one session, unless changes say otherwise. */
export async function startSms({ sms, ...changes }: SmsChanges = {}): Promise<SmsBusiness> {
  const messages: Message[] = []
  const lines: LogFields[] = []
  const note = (fields: LogFields, text: string) => void lines.push({ ...fields, text })
  let now = () => 0
  const stores = changes.stores ?? createMemoryStores({ now: () => now() })
  const business = await startBusiness({
    log: { info: note, warn: note, error: note },
    ...changes,
    stores,
    sms: {
      senders: [{ name: 'list', send: async (message) => void messages.push(message) }],
      consentVersions: ['sms-1'],
      ...sms,
    },
  })
  now = () => business.clock.ms
  const user = { phone: PHONE, consent: CONSENT, session: createSession() }
  const readCode = () => messages.at(-1)?.code ?? ''
  return {
    ...business,
    messages,
    lines,
    stores,
    send: async (changes, facts) => business.server.sms!.send({ ...user, ...changes }, createFacts(facts)),
    check: async (code, changes, facts) =>
      business.server.sms!.check({ ...user, code, ...changes }, createFacts(facts)),
    readCode,
    createWrongCode: (index = 0) => String((Number(readCode()) + 1 + index) % 1_000_000).padStart(6, '0'),
  }
}

/** Limits that no test of something else reaches. */
export const WIDE: Partial<SmsLimitValues> = {
  sendsPerSession: 1000,
  sendsPerAddress: 1000,
  sendsPerNumberFreely: 1000,
}

/** The captcha of the tests. */
export const verifyCaptcha: VerifyCaptcha = async (proof) => proof.startsWith('solved-')

/** What a page sends that has solved another one. */
export const solveCaptcha = () => ({ captcha: `solved-${createSession()}` })
