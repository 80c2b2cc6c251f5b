// Text messages: the carrier takes them from a business server and delivers them to the handset that has the number.
// They travel beside the data connection, so the handset's network plays no role.
import type { FaultEffect, TextMessage, TextMessageRequest } from '@local-number/simulator-contract'
import { SimulatorError } from '../common/errors'
import type { State } from '../state/state'
import { findMagicEffect } from './magic-numbers'

type Messaging = Pick<State, 'handsets' | 'faults' | 'inboxes'>

/**
 * Delivers a message, as faults and magic numbers want it. One to a number that nobody has is accepted, and kept for
 * nobody: a sender learns no more from a carrier.
 *
 * @throws SimulatorError `numberRefused`
 */
export function deliverMessage({ handsets, faults, inboxes }: Messaging, request: TextMessageRequest): void {
  const { phone, code, locale } = request
  const magic = findMagicEffect(phone)
  // A magic number needs no setup: without a handset it has an inbox of its own.
  const handset = handsets.findByMsisdn(phone)?.id ?? (magic && phone)
  const effect: FaultEffect = Object.assign({}, magic, ...faults.take('textMessage', handset))
  if (effect.refused) throw createRefusal()
  if (effect.lost || handset === null) return
  inboxes.send(
    { handset, code, text: writeText(code, locale) },
    { copies: effect.duplicated ? 2 : 1, lateMs: effect.delayMs ?? 0 },
  )
}

const writeText = (code: string, locale: TextMessageRequest['locale']) =>
  locale?.startsWith('en')
    ? `[Simulator] Your code is ${code}. Do not share it.`
    : `【模拟器】您的验证码是 ${code}，请勿告诉他人。`

function createRefusal(): SimulatorError {
  return new SimulatorError('numberRefused', 'the carrier refuses this number: a fault or a magic number wants it', {
    fields: [{ path: 'phone', code: 'notAllowed', message: 'is refused by the carrier' }],
  })
}

/**
 * Reads the inbox of a handset, or of a magic number.
 *
 * @returns the newest first
 * @throws SimulatorError `unknownHandset`
 */
export function readInbox({ handsets, inboxes }: Messaging, handset: string): readonly TextMessage[] {
  if (findMagicEffect(handset) === null) handsets.get(handset)
  return inboxes.list(handset)
}
