// The tables of all calls as one registry, and the types that make a missing text a compile error.
import type { Call } from './call'
import { type Actor, CAUSE_ACTORS, type CauseId } from './causes'
import type { Facts } from './facts'
import { GET_MOBILE } from './get-mobile'
import { GET_TOKEN } from './get-token'
import { HTTPS_GET_MOBILE } from './https-get-mobile'
import { VERIFY } from './verify'

const TABLES = {
  getMobile: GET_MOBILE,
  getToken: GET_TOKEN,
  httpsGetMobile: HTTPS_GET_MOBILE,
  verify: VERIFY,
} as const

/** Every code known of a call, e.g. `CodeOf<'getMobile'>`. */
export type CodeOf<C extends Call> = (typeof TABLES)[C][number]['code']

/** The name of a row: call and code, e.g. `getToken.130018`. */
export type CodeKey<C extends Call = Call> = { [K in C]: `${K}.${CodeOf<K>}` }[C]

/** A code of a call, with everything that the documents state about it. */
export interface ReturnCode<C extends Call = Call> extends Facts<C> {
  readonly known: true
  readonly key: CodeKey<C>
  readonly call: C
  readonly code: CodeOf<C>
  /** Who can act on the most likely cause; `CAUSE_ACTORS` names the actor of each cause. */
  readonly actor: Actor
}

const findActor = ([likeliest]: readonly CauseId[]): Actor => (likeliest ? CAUSE_ACTORS[likeliest] : 'user')

function toRows<C extends Call>(call: C): readonly ReturnCode<C>[] {
  const table: readonly Facts[] = TABLES[call]
  return table.map((facts) => {
    const row = { known: true, key: `${call}.${facts.code}`, call, ...facts, actor: findActor(facts.causes) }
    return row as ReturnCode<C>
  })
}

/** Every row, per call, in the order of the tables. */
export const RETURN_CODES: { readonly [C in Call]: readonly ReturnCode<C>[] } = {
  getMobile: toRows('getMobile'),
  getToken: toRows('getToken'),
  httpsGetMobile: toRows('httpsGetMobile'),
  verify: toRows('verify'),
}

/** Every row of every call. */
export const ALL_RETURN_CODES: readonly ReturnCode[] = [
  ...RETURN_CODES.getMobile,
  ...RETURN_CODES.getToken,
  ...RETURN_CODES.httpsGetMobile,
  ...RETURN_CODES.verify,
]
