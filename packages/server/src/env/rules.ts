// What one variable alone cannot show: contradicting values, and what production refuses.
import type { Environment, Problem, Rule } from '@local-number/service-kit'
import { findPlatformOriginFaults, type PlatformOriginFault } from '../verify/platform-origin'
import { isDemo } from './demo-value'

const ALWAYS: readonly Rule[] = [
  ({ LOCAL_NUMBER_LINE: line, LOCAL_NUMBER_VERIFY_ORIGIN: origin }) =>
    line === 'test' && !origin
      ? [
          [
            'LOCAL_NUMBER_VERIFY_ORIGIN',
            'is missing: the verify address of the test line is not public, ask the carrier',
          ],
        ]
      : [],
]

const TEST_LINE = 'is the test line, which verifies any number for anyone: production refuses it'

const ORIGIN_FAULTS: Readonly<Record<PlatformOriginFault, string>> = {
  notHttps: 'must be https in production',
  testLine: TEST_LINE,
  privateHost: 'is a loopback or private address: production accepts only the carrier',
}

const IN_PRODUCTION: readonly Rule[] = [
  (env) =>
    Object.entries(env)
      .filter(([variable, text]) => variable.startsWith('LOCAL_NUMBER_') && isDemo(text))
      .map(([variable]) => [variable, 'holds a demo value: production needs its own']),
  ({ LOCAL_NUMBER_LINE: line }) => (line === 'test' ? [['LOCAL_NUMBER_LINE', TEST_LINE]] : []),
  ({ LOCAL_NUMBER_VERIFY_ORIGIN: origin }) =>
    origin !== undefined && URL.canParse(origin)
      ? findPlatformOriginFaults(origin).map((fault) => ['LOCAL_NUMBER_VERIFY_ORIGIN', ORIGIN_FAULTS[fault]])
      : [],
]

/** @param ownInProduction what the service itself refuses in production */
export function findContradictions(env: Environment, ownInProduction: readonly Rule[]): Problem[] {
  const rules = env.NODE_ENV === 'production' ? [...ALWAYS, ...IN_PRODUCTION, ...ownInProduction] : ALWAYS
  return rules.flatMap((rule) => rule(env))
}
