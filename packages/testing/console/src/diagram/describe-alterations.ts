// What happened to a message on the way, in words.
import type { Exchange } from '@local-number/simulator-contract'
import type { Texts } from '../texts/texts'
import { findAlterations, type Loss } from './alterations'

export function describeLoss(loss: Loss, { diagram }: Texts): string {
  return loss === 'dropped' ? diagram.requestLost : diagram.notInsertedBecause[loss]
}

export function describeAlterations(exchange: Exchange, { diagram }: Texts): readonly string[] {
  return findAlterations(exchange).map((name) => diagram.altered[name])
}
