// The second line of an arrow's label: the one thing about the message that a reader looks for, and how it went.
import { lookUp } from '@local-number/protocol/return-codes'
import type { Exchange, ExchangeAnswer } from '@local-number/simulator-contract'
import type { Texts } from '../texts/texts'
import type { Arrow, ArrowKind } from './arrow-types'
import { spoilingsOf } from './spoilt'

export type Tone = 'plain' | 'good' | 'no' | 'bad'

export interface Note {
  readonly text: string
  readonly tone: Tone
  /** It explains a failure: shown opened. */
  readonly telling: boolean
}

const PLAIN: Note = { text: '', tone: 'plain', telling: false }

export function noteOf(arrow: Arrow, exchange: Exchange, texts: Texts): Note {
  if (arrow.state === 'lost' && arrow.kind in REQUESTS)
    return { text: `✕ ${texts.diagram.states.lost}`, tone: 'bad', telling: true }
  return NOTES[arrow.kind](exchange, texts)
}

const NOTES: Record<ArrowKind, (exchange: Exchange, texts: Texts) => Note> = {
  imageRequest: () => PLAIN,
  enriched: enrichmentNote,
  imageAnswer: answerNote,
  preSign: () => PLAIN,
  sign: () => PLAIN,
  tokenRequest: signatureNote,
  tokenAnswer: answerNote,
  phoneAndToken: () => PLAIN,
  verifyRequest: (exchange, texts) => phoneNumNote(exchange, texts) ?? signatureNote(exchange, texts),
  verifyAnswer: answerNote,
}

const REQUESTS: Partial<Record<ArrowKind, true>> = { imageRequest: true, tokenRequest: true, verifyRequest: true }

function enrichmentNote({ enrichment }: Exchange, { diagram }: Texts): Note {
  if (enrichment === undefined) return PLAIN
  const { insertedMasked } = enrichment
  if (insertedMasked === null) return { text: diagram.notInserted, tone: 'bad', telling: true }
  return { text: diagram.inserted(insertedMasked), tone: 'good', telling: false }
}

function signatureNote({ signature }: Exchange, { diagram }: Texts): Note {
  if (signature === undefined) return PLAIN
  if (signature.verified) return { text: `✓ ${diagram.signatureVerified}`, tone: 'good', telling: false }
  return { text: `✕ ${diagram.signatureRefused}`, tone: 'bad', telling: true }
}

/** Only when it went wrong: otherwise the signature is what is looked for. */
function phoneNumNote({ phoneNum }: Exchange, { diagram }: Texts): Note | null {
  if (phoneNum === undefined || phoneNum.opened) return null
  return { text: `✕ ${diagram.phoneNumClosed}`, tone: 'bad', telling: true }
}

function answerNote(exchange: Exchange, { diagram }: Texts): Note {
  const { answer } = exchange
  if (answer === null) return { text: diagram.waiting, tone: 'plain', telling: false }
  if (answer.status === null) return { text: `✕ ${diagram.dropped}`, tone: 'bad', telling: true }
  const tone = toneOf(exchange, answer)
  return { text: codeText(answer), tone, telling: tone === 'bad' }
}

/** `130018`, `500 (111002)` where the caller saw another one, `HTTP 503` where a fault answered without any. */
export function codeText({ innerCode, outerCode, status }: ExchangeAnswer): string {
  if (innerCode === '') return `HTTP ${status}`
  return outerCode === '' || outerCode === innerCode ? innerCode : `${outerCode} (${innerCode})`
}

const TONES = {
  success: 'good',
  failure: 'bad',
  verified: 'good',
  notThisNumber: 'no',
  staleToken: 'bad',
  dailyLimit: 'bad',
  unavailable: 'bad',
} as const

/** By the registry's outcome, if the caller heard of it whole. */
export function toneOf(exchange: Exchange, answer: ExchangeAnswer): Tone {
  if (answer.status === null || spoilingsOf(exchange).length > 0) return 'bad'
  return isTaken(answer) ? 'good' : TONES[lookUp(exchange.call, answer.innerCode).outcome]
}

/** Whatever became of it on its way, the platform had done what it was asked for. */
export function isGood(call: Exchange['call'], answer: ExchangeAnswer): boolean {
  return isTaken(answer) || TONES[lookUp(call, answer.innerCode).outcome] === 'good'
}

/** No row of any document: it is an image that loaded. */
function isTaken({ innerCode }: ExchangeAnswer): boolean {
  return innerCode === '000000'
}
