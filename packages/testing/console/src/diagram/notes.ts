// The second line of an arrow's label: the most important fact about the message, and how it ended.
import { lookUp } from '@local-number/protocol/return-codes'
import type { Exchange, ExchangeAnswer } from '@local-number/simulator-contract'
import type { Texts } from '../texts/texts'
import { findAlterations } from './alterations'
import type { Arrow, ArrowKind } from './arrow-types'

export type Tone = 'plain' | 'good' | 'no' | 'bad'

export interface Note {
  readonly text: string
  readonly tone: Tone
  /** It explains a failure, so its arrow is shown open. */
  readonly isImportant: boolean
}

const PLAIN: Note = { text: '', tone: 'plain', isImportant: false }

export function toNote(arrow: Arrow, exchange: Exchange, texts: Texts): Note {
  if (arrow.state === 'lost' && arrow.kind in REQUESTS)
    return { text: `✕ ${texts.diagram.states.lost}`, tone: 'bad', isImportant: true }
  return NOTES[arrow.kind](exchange, texts)
}

const NOTES: Record<ArrowKind, (exchange: Exchange, texts: Texts) => Note> = {
  imageRequest: () => PLAIN,
  enriched: toEnrichmentNote,
  imageAnswer: toAnswerNote,
  preSign: () => PLAIN,
  sign: () => PLAIN,
  tokenRequest: toSignatureNote,
  tokenAnswer: toAnswerNote,
  idsRequest: () => PLAIN,
  idsAndSign: () => PLAIN,
  httpsRequest: toSignatureNote,
  httpsAnswer: toAnswerNote,
  phoneAndToken: () => PLAIN,
  verifyRequest: (exchange, texts) => toPhoneNumNote(exchange, texts) ?? toSignatureNote(exchange, texts),
  verifyAnswer: toAnswerNote,
}

const REQUESTS: Partial<Record<ArrowKind, true>> = {
  imageRequest: true,
  tokenRequest: true,
  httpsRequest: true,
  verifyRequest: true,
}

function toEnrichmentNote({ enrichment }: Exchange, { diagram }: Texts): Note {
  if (enrichment === undefined) return PLAIN
  const { insertedMasked } = enrichment
  if (insertedMasked === null) return { text: diagram.notInserted, tone: 'bad', isImportant: true }
  return { text: diagram.inserted(insertedMasked), tone: 'good', isImportant: false }
}

function toSignatureNote({ signature, md5 }: Exchange, { diagram }: Texts): Note {
  const finding = signature ?? md5
  if (finding === undefined) return PLAIN
  if (finding.verified) return { text: `✓ ${diagram.signatureVerified}`, tone: 'good', isImportant: false }
  return { text: `✕ ${diagram.signatureRefused}`, tone: 'bad', isImportant: true }
}

/** Only if it failed: otherwise the signature is more important. */
function toPhoneNumNote({ phoneNum }: Exchange, { diagram }: Texts): Note | null {
  if (phoneNum === undefined || phoneNum.opened) return null
  return { text: `✕ ${diagram.phoneNumClosed}`, tone: 'bad', isImportant: true }
}

function toAnswerNote(exchange: Exchange, { diagram }: Texts): Note {
  const { answer } = exchange
  if (answer === null) return { text: diagram.waiting, tone: 'plain', isImportant: false }
  if (answer.status === null) return { text: `✕ ${diagram.dropped}`, tone: 'bad', isImportant: true }
  const tone = getTone(exchange, answer)
  return { text: formatCode(answer), tone, isImportant: tone === 'bad' }
}

/** `130018`; `500 (111002)` if the caller saw another code; `HTTP 503` if a fault answered without a code. */
export function formatCode({ innerCode, outerCode, status }: ExchangeAnswer): string {
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

/** By the registry's outcome, if the caller got the answer unaltered. */
export function getTone(exchange: Exchange, answer: ExchangeAnswer): Tone {
  if (answer.status === null || findAlterations(exchange).length > 0) return 'bad'
  return isImage(answer) ? 'good' : TONES[lookUp(exchange.call, answer.innerCode).outcome]
}

/** The platform did what it was asked for, even if its answer was lost or altered. */
export function isGood(call: Exchange['call'], answer: ExchangeAnswer): boolean {
  return isImage(answer) || TONES[lookUp(call, answer.innerCode).outcome] === 'good'
}

/** The image loaded. No document has a code for that. */
function isImage({ innerCode }: ExchangeAnswer): boolean {
  return innerCode === '000000'
}
