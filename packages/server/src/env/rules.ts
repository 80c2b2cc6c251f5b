// What one variable alone cannot show: contradicting values, and what production refuses.
import { type Environment, type Problem, type Rule, splitList } from '@local-number/service-kit'
import { findPlatformOriginFaults, type PlatformOriginFault } from '../verify/platform-origin'
import { findAppKeyFault } from './app-key'
import { isDemo, removeDemoMark } from './demo-value'
import { findHashSecretFault } from './hash-secret'
import { findIncompleteSms, findTestNumbers } from './sms'
import { OPTION_VARIABLES, SERVER_VARIABLES } from './variables'

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
  findIncompleteSms,
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
      .filter(([variable, text]) => isOurs(variable) && isDemo(text))
      .map(([variable]) => [variable, 'holds a demo value: production needs its own']),
  ({ LOCAL_NUMBER_LINE: line }) => (line === 'test' ? [['LOCAL_NUMBER_LINE', TEST_LINE]] : []),
  ({ LOCAL_NUMBER_VERIFY_ORIGIN: origin }) =>
    origin !== undefined && URL.canParse(origin)
      ? findPlatformOriginFaults(origin).map((fault) => ['LOCAL_NUMBER_VERIFY_ORIGIN', ORIGIN_FAULTS[fault]])
      : [],
  ({ LOCAL_NUMBER_WECHAT_ORIGIN: origin }) =>
    origin === undefined
      ? []
      : [['LOCAL_NUMBER_WECHAT_ORIGIN', 'is for stand-ins of WeChat: production asks WeChat itself, remove it']],
  findGuessableSecrets,
  findTestNumbers,
]

/** Also a misspelt variable may hold a demo value that was copied. */
function isOurs(variable: string): boolean {
  return variable.startsWith('LOCAL_NUMBER_') || SERVER_VARIABLES.includes(variable)
}

/** Refused in production; elsewhere a warning. */
export function findGuessableSecrets(env: Environment): Problem[] {
  return [...findGuessableAppKey(env), ...findGuessableHashSecret(env)]
}

function findGuessableHashSecret({ LOCAL_NUMBER_HASH_SECRET: secret }: Environment): Problem[] {
  const fault = secret === undefined || isDemo(secret) ? undefined : findHashSecretFault(secret)
  const { remedy } = OPTION_VARIABLES.LOCAL_NUMBER_HASH_SECRET
  return fault === undefined ? [] : [['LOCAL_NUMBER_HASH_SECRET', `${fault}: ${remedy}`]]
}

function findGuessableAppKey(env: Environment): Problem[] {
  const { LOCAL_NUMBER_APP_KEY, LOCAL_NUMBER_APP_ID = '', LOCAL_NUMBER_EDITIONS = '' } = env
  const edition = splitList(removeDemoMark(LOCAL_NUMBER_EDITIONS)).find((name) => name.startsWith('https'))
  if (edition === undefined || LOCAL_NUMBER_APP_KEY === undefined) return []
  const fault = findAppKeyFault(removeDemoMark(LOCAL_NUMBER_APP_KEY), removeDemoMark(LOCAL_NUMBER_APP_ID))
  return fault === undefined ? [] : [['LOCAL_NUMBER_APP_KEY', `${fault}: ${whyGuessed(edition)}`]]
}

function whyGuessed(edition: string): string {
  return (
    `whoever gets a signature of the edition ${edition} can test guesses of it. ` +
    'Renew the appKey on the open platform, or take the edition out of LOCAL_NUMBER_EDITIONS'
  )
}

/** @param ownInProduction what the service itself refuses in production */
export function findContradictions(env: Environment, ownInProduction: readonly Rule[]): Problem[] {
  const rules = env.NODE_ENV === 'production' ? [...ALWAYS, ...IN_PRODUCTION, ...ownInProduction] : ALWAYS
  return rules.flatMap((rule) => rule(env))
}
