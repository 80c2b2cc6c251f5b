// What the fault form holds, and the request that it becomes.
import type { Call } from '@local-number/protocol/return-codes'
import type { FaultEffect, FaultRequest } from '@local-number/simulator-contract'
import { isWholeNumber, type Mistakes, mistakesIn } from '../form/mistakes'

/** Texts of the fields; a switch is `'yes'` or `''`. */
export type EffectDraft = Readonly<Record<keyof FaultEffect, string>>

export interface FaultDraft {
  readonly call: Call
  /** `''`: every handset. */
  readonly handset: string
  readonly often: 'once' | 'several' | 'untilCleared'
  readonly times: string
  readonly effects: EffectDraft
}

const NO_EFFECTS: EffectDraft = {
  code: '',
  delayMs: '',
  jitterMs: '',
  drop: '',
  status: '',
  redirect: '',
  malformedJson: '',
  contentType: '',
  slowBodyMs: '',
  truncatedImage: '',
  wrongMsgId: '',
}

export const NEW_FAULT: FaultDraft = { call: 'getToken', handset: '', often: 'once', times: '3', effects: NO_EFFECTS }

const NUMBERS: ReadonlySet<keyof FaultEffect> = new Set(['delayMs', 'jitterMs', 'status', 'slowBodyMs'])
const SWITCHES: ReadonlySet<keyof FaultEffect> = new Set(['malformedJson', 'truncatedImage', 'wrongMsgId'])

/** Effects that make no sense on a call: an image has no JSON and no msgId, and nothing else is an image. */
const ELSEWHERE: Readonly<Record<Call, readonly (keyof FaultEffect)[]>> = {
  getMobile: ['malformedJson', 'wrongMsgId'],
  getToken: ['truncatedImage'],
  verify: ['truncatedImage'],
}

export function appliesTo(effect: keyof FaultEffect, call: Call): boolean {
  return !ELSEWHERE[call].includes(effect)
}

export function requestOf({ call, handset, often, times, effects }: FaultDraft): FaultRequest {
  const chosen = chosenOf(call, effects).map((name) => [name, effectValue(name, effects[name].trim())] as const)
  return {
    call,
    effect: Object.fromEntries(chosen),
    ...(handset !== '' && { handset }),
    times: { once: 1, several: Number(times), untilCleared: null }[often],
  }
}

function chosenOf(call: Call, effects: EffectDraft): readonly (keyof FaultEffect)[] {
  const names = Object.keys(effects) as (keyof FaultEffect)[]
  return names.filter((name) => effects[name].trim() !== '' && appliesTo(name, call))
}

/** As long as the simulator lets anyone wait. */
export const LONGEST_MS = 600_000
export const STATUSES = { least: 500, most: 599 } as const

export function mistakesOf({ call, often, times, effects }: FaultDraft): Mistakes {
  const { delayMs, jitterMs, slowBodyMs, status } = effects
  const isNoTime = (text: string) => text !== '' && !isWholeNumber(text, 0, LONGEST_MS)
  return mistakesIn([
    ['effect', 'effect', chosenOf(call, effects).length === 0],
    ['times', 'times', often === 'several' && !isWholeNumber(times, 1)],
    ['delayMs', 'time', isNoTime(delayMs)],
    ['jitterMs', 'time', isNoTime(jitterMs)],
    ['jitterMs', 'jitter', Number(jitterMs) > Number(delayMs)],
    ['slowBodyMs', 'time', isNoTime(slowBodyMs)],
    ['status', 'status', status !== '' && !isWholeNumber(status, STATUSES.least, STATUSES.most)],
  ])
}

function effectValue(name: keyof FaultEffect, text: string): string | number | true {
  if (SWITCHES.has(name)) return true
  return NUMBERS.has(name) ? Number(text) : text
}
