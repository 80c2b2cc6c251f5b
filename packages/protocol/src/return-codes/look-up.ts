// From a code on the wire to its row. What the wire says is a stranger's text: it is compared as text and kept bounded.
import type { Call } from './call'
import type { CauseId } from './causes'
import { ALL_RETURN_CODES, type ReturnCode } from './registry'

/** A code that no document lists for this call: never a yes, and never a reason to stop the user. */
export interface UnknownCode<C extends Call = Call> {
  readonly known: false
  readonly call: C
  /** What came, in printable ASCII and at most 16 characters; `?` stands for anything else. Never equals a known code. */
  readonly code: string
  readonly outcome: 'failure'
  readonly causes: readonly CauseId[]
  readonly actor: 'platform'
  readonly reaction: 'fallback'
}

const RAW_CODE_LIMIT = 16
const UNPRINTABLE = /[^ -~]/g

// A Map, not an object: 'constructor' and '__proto__' are no codes.
const ROWS: ReadonlyMap<string, ReturnCode> = new Map(ALL_RETURN_CODES.map((row) => [row.key, row]))

/**
 * The row of a code that a call answered with. Only a string can match: the number `0` is not the code `'0'`.
 * Unknown codes give a row with `known: false` that keeps the raw code. Never throws.
 *
 * @param code what the answer or the callback carried, unchecked
 */
export function lookUp<C extends Call>(call: C, code: unknown): ReturnCode<C> | UnknownCode<C> {
  const row = typeof code === 'string' ? ROWS.get(`${call}.${code}`) : undefined
  return (row as ReturnCode<C> | undefined) ?? unknownCode(call, code)
}

function unknownCode<C extends Call>(call: C, code: unknown): UnknownCode<C> {
  return {
    known: false,
    call,
    code: rawText(code).slice(0, RAW_CODE_LIMIT).replace(UNPRINTABLE, '?'),
    outcome: 'failure',
    causes: [],
    actor: 'platform',
    reaction: 'fallback',
  }
}

/** Unprintable characters become `?` and numbers keep their type, so that neither can pass for a documented code. */
function rawText(code: unknown): string {
  if (typeof code === 'string') return code
  return typeof code === 'number' ? `number ${code}` : typeof code
}
