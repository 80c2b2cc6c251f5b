// What the fault form holds, and the request that it becomes.
import { CALLS_OF_EFFECT, type FaultCall, type FaultEffect, type FaultRequest } from '@local-number/simulator-contract'
import { type FormRulesRecord, formRootRule } from '@mantine/form'
import { isWholeNumber, mistakeIf } from '../form/rules'

type EffectName = keyof FaultEffect
type Switch = 'malformedJson' | 'truncatedImage' | 'wrongMsgId' | 'lost' | 'duplicated' | 'refused'

/** Switches as booleans, everything else as text, `''` for none. */
export type EffectDraft = Readonly<Record<Exclude<EffectName, Switch>, string> & Record<Switch, boolean>>

/** Named like the request, so that the simulator's field paths are those of the form. */
export interface FaultDraft {
  readonly call: FaultCall
  /** `''`: every handset. */
  readonly handset: string
  readonly often: 'once' | 'several' | 'untilCleared'
  readonly times: string
  readonly effect: EffectDraft
}

const NO_EFFECT: EffectDraft = {
  code: '',
  delayMs: '',
  jitterMs: '',
  drop: '',
  status: '',
  redirect: '',
  malformedJson: false,
  contentType: '',
  slowBodyMs: '',
  truncatedImage: false,
  wrongMsgId: false,
  lost: false,
  duplicated: false,
  refused: false,
}

export const NEW_FAULT: FaultDraft = { call: 'getToken', handset: '', often: 'once', times: '3', effect: NO_EFFECT }

const NUMBERS: ReadonlySet<EffectName> = new Set(['delayMs', 'jitterMs', 'status', 'slowBodyMs'])

export function appliesTo(name: EffectName, call: FaultCall): boolean {
  return CALLS_OF_EFFECT[name].includes(call)
}

export function toFaultRequest({ call, handset, often, times, effect }: FaultDraft): FaultRequest {
  const chosen = listChosenEffects(call, effect).map((name) => [name, toEffectValue(name, effect[name])] as const)
  return {
    call,
    effect: Object.fromEntries(chosen),
    ...(handset !== '' && { handset }),
    times: { once: 1, several: Number(times), untilCleared: null }[often],
  }
}

export function hasEffect(call: FaultCall, effect: EffectDraft): boolean {
  return listChosenEffects(call, effect).length > 0
}

function listChosenEffects(call: FaultCall, effect: EffectDraft): readonly EffectName[] {
  const names = Object.keys(effect) as EffectName[]
  return names.filter((name) => isChosen(effect[name]) && appliesTo(name, call))
}

export function isChosen(value: string | boolean): boolean {
  return typeof value === 'boolean' ? value : value.trim() !== ''
}

function toEffectValue(name: EffectName, value: string | boolean): string | number | boolean {
  if (typeof value === 'boolean') return value
  return NUMBERS.has(name) ? Number(value) : value.trim()
}

/** The longest wait that the simulator accepts. */
export const LONGEST_MS = 600_000
export const STATUSES = { least: 500, most: 599 } as const

const requireTime = (text: string) => mistakeIf(text !== '' && !isWholeNumber(text, 0, LONGEST_MS), 'time')

type Rule = (text: string, draft: FaultDraft) => ReturnType<typeof mistakeIf>

/** What was typed for another call is not shown, and not sent. */
const whereApplied =
  (name: EffectName, rule: Rule): Rule =>
  (text, draft) =>
    appliesTo(name, draft.call) ? rule(text, draft) : null

export const FAULT_RULES: FormRulesRecord<FaultDraft> = {
  times: (times, { often }) => mistakeIf(often === 'several' && !isWholeNumber(times, 1), 'times'),
  effect: {
    [formRootRule]: (effect, { call }) => mistakeIf(!hasEffect(call, effect), 'effect'),
    delayMs: requireTime,
    jitterMs: whereApplied(
      'jitterMs',
      (jitter, { effect }) => requireTime(jitter) ?? mistakeIf(Number(jitter) > Number(effect.delayMs), 'jitter'),
    ),
    slowBodyMs: whereApplied('slowBodyMs', requireTime),
    status: whereApplied('status', (status) =>
      mistakeIf(status !== '' && !isWholeNumber(status, STATUSES.least, STATUSES.most), 'status'),
    ),
  },
}
