// What single variables cannot tell: values that contradict one another, and what production refuses.
import { faultsOfPlatformOrigin, type PlatformOriginFault } from '../platform-origin'
import { isDemo } from './demo-value'
import { splitList } from './types'

/** The environment as text, without empty values. */
export type RawEnvironment = Readonly<Record<string, string>>

/** `VARIABLE` and what is wrong with it, as half a sentence. */
export type Problem = readonly [variable: string, problem: string]

/** Looks at the raw texts, so that every rule speaks up even when other variables do not parse. */
export type Rule = (env: RawEnvironment) => readonly Problem[]

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
export function problemsOf(env: RawEnvironment, ownInProduction: readonly Rule[]): Problem[] {
  const rules = env.NODE_ENV === 'production' ? [...ALWAYS, ...IN_PRODUCTION, ...ownInProduction] : ALWAYS
  return rules.flatMap((rule) => rule(env))
}
