// Reads the environment of a service that contains a business server. All problems are reported at once.
import { keysMatch } from '@local-number/rsa'
import {
  ConfigError,
  type Environment,
  type FilledEnvironment,
  mergeWithFiles,
  type Problem,
  parseVariables,
  type Rule,
  type Variables,
} from '@local-number/service-kit'
import type { z } from 'zod'
import { importCustomerKeys } from '../customer-keys'
import type { ServerSettings } from '../options'
import { ticketKeysMatch } from '../ticket/key'
import { removeDemoMark } from './demo-value'
import { parseOptionVariables } from './option-variables'
import { findContradictions, findGuessableSecrets } from './rules'
import { FILE_VARIABLES, MODE_VARIABLES, OPTION_VARIABLES, type OptionVariable, SERVER_VARIABLES } from './variables'

/** A service's own variables besides those of its business server. */
export interface OwnVariables<Own extends z.ZodRawShape> {
  /** A type for each, such as `port().default(3000)`. */
  readonly variables: Own
  /** Those whose value may be in a file that `<name>_FILE` names. @default [] */
  readonly files?: readonly string[] | undefined
  /** What the service itself refuses in production. @default [] */
  readonly refusedInProduction?: readonly Rule[] | undefined
}

/** What a service is configured with. */
export interface ServiceSettings<Own extends z.ZodRawShape> {
  /** The service's own variables, parsed. */
  readonly own: z.output<z.ZodObject<Own>>
  readonly production: boolean
  /** The options of the business server, defaults included. */
  readonly server: ServerSettings
  /** Settings that are allowed but look like mistakes, as sentences for a log. */
  readonly warnings: readonly string[]
}

/**
 * Reads the whole environment. Values are trimmed, and an empty variable counts as not set. A secret `X` may be in a
 * file that `X_FILE` names.
 *
 * @example
 * const { own, server } = readEnvironment([process.env], { variables: { PORT: port().default(3000) } })
 * @param layers the first one that sets a variable wins: `[process.env, defaults]`
 * @throws ConfigError with every problem
 */
export function readEnvironment<Own extends z.ZodRawShape>(
  layers: readonly Variables[],
  { variables, files: ownFiles = [], refusedInProduction = [] }: OwnVariables<Own>,
): ServiceSettings<Own> {
  const files = mergeWithFiles(layers, [...FILE_VARIABLES, ...ownFiles])
  const raw = files.env
  const unmarked = Object.fromEntries(Object.entries(raw).map(([name, text]) => [name, removeDemoMark(text)]))
  const own = parseVariables(variables, unmarked)
  const mode = parseVariables(MODE_VARIABLES, unmarked)
  const server = parseOptionVariables(unmarked)
  const found = [
    ...[own, mode, server].flatMap((parsed) => parsed.problems),
    ...findContradictions(raw, refusedInProduction),
  ]
  const problems = [...files.problems, ...findHiddenFiles(files), ...nameFiles(found, files)]
  if (!own.values || !mode.values || !server.settings || problems.length > 0) throw new ConfigError(problems)
  return {
    own: own.values,
    production: mode.values.NODE_ENV === 'production',
    server: server.settings,
    warnings: findWarnings(raw, server.settings, Object.keys(variables)),
  }
}

/** Problems of values from files, under the variables that name the files. A file without a value is one itself. */
function nameFiles(problems: readonly Problem[], { env, origins }: FilledEnvironment): readonly Problem[] {
  return problems.flatMap(([variable, problem]): readonly Problem[] => {
    const origin = origins.get(variable)
    if (origin === undefined) return [[variable, problem]]
    return env[variable] === undefined ? [] : [[origin, problem]]
  })
}

/** Another spelling of the variable would count instead of its file. */
function findHiddenFiles({ env, origins }: FilledEnvironment): readonly Problem[] {
  return Object.entries<OptionVariable>(OPTION_VARIABLES).flatMap(([variable, { alias = variable }]): Problem[] => {
    const origin = origins.get(variable)
    const isHidden = origin !== undefined && alias !== variable && env[alias] !== undefined
    return isHidden ? [[alias, `and ${origin} are both set: remove one of them`]] : []
  })
}

function findWarnings(raw: Environment, settings: ServerSettings, own: readonly string[]): string[] {
  const known = [...SERVER_VARIABLES, ...own]
  const unknown = Object.keys(raw).filter((name) => name.startsWith('LOCAL_NUMBER_') && !known.includes(name))
  const warnings = unknown.map((name) => `${name} is not a variable of this service: check its spelling`)
  if (raw.NODE_ENV === undefined) {
    warnings.push('NODE_ENV is not set, so this runs as development: set it to production for real users')
  }
  if (raw.NODE_ENV === 'production' && settings.consentTexts === undefined) {
    warnings.push('LOCAL_NUMBER_CONSENT_TEXTS is not set: receipts do not say which text of the terms the user saw')
  }
  for (const [way, name] of [
    ['sms', 'LOCAL_NUMBER_SMS_CONSENT_TEXTS'],
    ['wechat', 'LOCAL_NUMBER_WECHAT_CONSENT_TEXTS'],
  ] as const) {
    const lacksTexts = settings[way] && settings[way].consentTexts === undefined
    if (raw.NODE_ENV === 'production' && settings.consentTexts && lacksTexts) {
      warnings.push(`${name} is not set: receipts of this way do not say which text of its terms the user saw`)
    }
  }
  if (raw.NODE_ENV === 'production' && settings.sms && !settings.sms.verifyCaptcha) {
    warnings.push(
      'LOCAL_NUMBER_SMS_CAPTCHA is not set: with a few messages, a stranger can keep a number, or all who share an ' +
        'address, from messages until the next day; only addresses stand between a script and your bill',
    )
  }
  warnings.push(...findGuessableSecrets(raw).map((problem) => problem.join(' ')))
  if (/[\s"'`]/.test(settings.appKey)) {
    warnings.push('LOCAL_NUMBER_APP_KEY contains spaces, line breaks or quotes: check that it was copied as it is')
  }
  const { signing, others } = importCustomerKeys(settings.customerPrivateKey, settings.otherCustomerPrivateKeys)
  if (others.some(({ id }) => id === signing.id)) {
    warnings.push(
      'LOCAL_NUMBER_OTHER_CUSTOMER_PRIVATE_KEY is the same key as LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY: ' +
        'set the one that other processes sign with, or remove it',
    )
  }
  if (keysMatch(settings.customerPrivateKey, settings.platformPublicKey)) {
    warnings.push(
      'LOCAL_NUMBER_PLATFORM_PUBLIC_KEY is your own public key: ' +
        'copy the platform’s, or every check fails (999999, 130016)',
    )
  }
  const { privateKey, otherPublicKeys } = settings.ticket
  if (otherPublicKeys.some((publicKey) => ticketKeysMatch(privateKey, publicKey))) {
    warnings.push(
      'LOCAL_NUMBER_TICKET_OTHER_PUBLIC_KEY is the public half of LOCAL_NUMBER_TICKET_PRIVATE_KEY: ' +
        'set the next key or the former one, or checks fail when the key changes',
    )
  }
  return warnings
}
