// A fault in words, one line per effect.
import type { FaultEffect } from '@local-number/simulator-contract'
import type { Texts } from '../texts/texts'

export function describeFault(effect: FaultEffect, texts: Texts): readonly string[] {
  const words = texts.faults.effects
  return EFFECTS.flatMap((name) => {
    const value = effect[name]
    return value === undefined ? [] : [words[name](String(value))]
  })
}

/** In the order in which the simulator applies them. */
export const EFFECTS = [
  'drop',
  'delayMs',
  'jitterMs',
  'status',
  'redirect',
  'code',
  'malformedJson',
  'wrongMsgId',
  'contentType',
  'slowBodyMs',
  'truncatedImage',
  'refused',
  'lost',
  'duplicated',
] as const satisfies readonly (keyof FaultEffect)[]
