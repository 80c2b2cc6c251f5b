// One result of each status.
import type { Result } from '../../src/run'

const FACTS = { title: { zh: '规则 #1', en: 'rule #1 \\ one' }, source: 'S appendix 130018', ms: 1_234 }

export const PASSED: Result = { id: '@first_000', ...FACTS, status: 'passed' }
export const FAILED: Result = { id: '@second_130018', ...FACTS, status: 'failed', reason: 'expected "000": <came 001>' }
export const SKIPPED = {
  id: '@third_clock',
  ...FACTS,
  status: 'notApplicable',
  lacks: 'clock',
} as const satisfies Result
export const ONE_OF_EACH: readonly Result[] = [PASSED, FAILED, SKIPPED]
