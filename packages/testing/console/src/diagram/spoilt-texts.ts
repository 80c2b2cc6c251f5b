// What became of a message on its way, in words.
import type { Exchange } from '@local-number/simulator-contract'
import type { Texts } from '../texts/texts'
import { type Loss, spoilingsOf } from './spoilt'

export function lossText(loss: Loss, { diagram }: Texts): string {
  return loss === 'offline' ? diagram.notInsertedBecause.offline : diagram.requestLost
}

export function spoiltTexts(exchange: Exchange, { diagram }: Texts): readonly string[] {
  return spoilingsOf(exchange).map((name) => diagram.spoilt[name])
}
