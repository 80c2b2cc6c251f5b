/**
 * What every implementation of the stores guarantees, as rules that any test runner can run on an adapter of one's own.
 *
 * @example
 * ```ts
 * import { STORE_CONTRACT } from '@local-number/server/store-contract'
 *
 * for (const { name, run } of STORE_CONTRACT) {
 *   it(name, async () => run({ stores: createMyStores({ now }), passTime: async (ms) => clock.advance(ms) }))
 * }
 * ```
 *
 * @module
 */
import { ATTEMPT_RULES } from './stores/contract/attempt-rules'
import { CODE_RULES } from './stores/contract/code-rules'
import { COUNTER_RULES } from './stores/contract/counter-rules'
import { FAILURE_RULES } from './stores/contract/failure-rules'
import { MEMBER_RULES } from './stores/contract/member-rules'
import { ONCE_RULES } from './stores/contract/once-rules'
import { RECEIPT_RULES } from './stores/contract/receipt-rules'
import type { StoreRule } from './stores/contract/rule'

export type { StoreHarness, StoreRule } from './stores/contract/rule'

/** Each needs stores of its own: give `run` a new harness every time. */
export const STORE_CONTRACT: readonly StoreRule[] = [
  ...ONCE_RULES,
  ...ATTEMPT_RULES,
  ...COUNTER_RULES,
  ...MEMBER_RULES,
  ...CODE_RULES,
  ...RECEIPT_RULES,
  ...FAILURE_RULES,
]
