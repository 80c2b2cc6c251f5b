// What single variables cannot tell: values that contradict one another, and what production refuses.
import { type Environment, type Problem, type Rule, splitList } from '@local-number/service-kit'
import { faultsOfPlatformOrigin, type PlatformOriginFault } from '../verify/platform-origin'
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
  ({ LOCAL_NUMBER_YES_CODES: yes = '000', LOCAL_NUMBER_NO_CODES: no = '001' }) =>
    splitList(yes).some((code) => splitList(no).includes(code))
      ? [['LOCAL_NUMBER_NO_CODES', 'shares a code with LOCAL_NUMBER_YES_CODES: a code means one or the other']]
      : [],
]

const ORIGIN_FAULTS: Readonly<Record<PlatformOriginFault, string>> = {
  notHttps: 'must be https in production',
  testLine: 'is the test line, which verifies any number for anyone: production refuses it',
  privateHost: 'is a loopback or private address: production talks to the carrier alone',
}

const IN_PRODUCTION: readonly Rule[] = [
  (env) =>
    Object.entries(env)
      .filter(([variable, value]) => variable.startsWith('LOCAL_NUMBER_') && isDemo(value))
      .map(([variable]) => [variable, 'holds a demo value: production needs its own']),
  ({ LOCAL_NUMBER_LINE: line }) =>
    line === 'test'
      ? [['LOCAL_NUMBER_LINE', 'is the test line, which verifies any number for anyone: production refuses it']]
      : [],
  ({ LOCAL_NUMBER_VERIFY_ORIGIN: origin }) =>
    origin !== undefined && URL.canParse(origin)
      ? faultsOfPlatformOrigin(origin).map((fault) => ['LOCAL_NUMBER_VERIFY_ORIGIN', ORIGIN_FAULTS[fault]])
      : [],
]

/** @param ownInProduction what the service itself refuses in production */
export function findProblems(env: Environment, ownInProduction: readonly Rule[]): Problem[] {
  const rules = env.NODE_ENV === 'production' ? [...ALWAYS, ...IN_PRODUCTION, ...ownInProduction] : ALWAYS
  return rules.flatMap((rule) => rule(env))
}
