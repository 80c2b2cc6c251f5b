// From a code on the wire to its row. The wire is untrusted: codes are compared as text and kept bounded.
import type { Call } from './call'
import type { CauseId } from './causes'
import type { Outcomes, VerifyOutcome } from './facts'
import { ALL_RETURN_CODES, RETURN_CODES, type ReturnCode } from './registry'

/** A code that no document lists for this call: it never counts as a success. */
export interface UnknownCode<C extends Call = Call> {
  readonly known: false
  readonly call: C
  /** The code in printable ASCII, at most 16 characters, with `?` for anything else. Never equals a known code. */
  readonly code: string
  readonly outcome: Outcomes[C]
  readonly causes: readonly CauseId[]
  readonly actor: 'platform'
}

const RAW_CODE_LIMIT = 16
const UNPRINTABLE = /[^ -~]/g

const UNKNOWN_OUTCOMES: Outcomes = {
  getMobile: 'failure',
  getToken: 'failure',
  httpsGetMobile: 'failure',
  verify: 'unavailable',
}

// A Map, not an object: 'constructor' and '__proto__' are not codes.
const ROWS: ReadonlyMap<string, ReturnCode> = new Map(ALL_RETURN_CODES.map((row) => [row.key, row]))

/**
 * Finds the row of a code that a call answered with. Only a string can match: the number `0` is not the code `'0'`.
 * Unknown codes give a row with `known: false` that keeps the raw code. Never throws.
 *
 * @param code what the answer or the callback carried, not validated
 */
export function lookUp<C extends Call>(call: C, code: unknown): ReturnCode<C> | UnknownCode<C> {
  const row = typeof code === 'string' ? ROWS.get(`${call}.${code}`) : undefined
  return (row as ReturnCode<C> | undefined) ?? toUnknownCode(call, code)
}

/**
 * Lists the codes of the verify call that have this outcome, in the order of the registry.
 *
 * @example
 * ```ts
 * getVerifyCodes('dailyLimit') // ['121011', '102315']
 * ```
 */
export function getVerifyCodes(outcome: VerifyOutcome): readonly string[] {
  return RETURN_CODES.verify.filter((row) => row.outcome === outcome).map((row) => row.code)
}

function toUnknownCode<C extends Call>(call: C, code: unknown): UnknownCode<C> {
  return {
    known: false,
    call,
    code: toText(code).slice(0, RAW_CODE_LIMIT).replace(UNPRINTABLE, '?'),
    outcome: UNKNOWN_OUTCOMES[call],
    causes: [],
    actor: 'platform',
  }
}

/** Numbers keep their type in the text, so that they cannot pass for a documented code. */
function toText(code: unknown): string {
  if (typeof code === 'string') return code
  return typeof code === 'number' ? `number ${code}` : typeof code
}
