// The environment, parsed once, with everything that is wrong said at once.
import { keysMatch } from '@local-number/rsa'
import {
  ConfigError,
  type Environment,
  mergeVariables,
  parseVariables,
  type Rule,
  type Variables,
} from '@local-number/service-kit'
import type { z } from 'zod'
import type { LocalNumberServerOptions } from '../options'
import { withoutMark } from './demo-value'
import { findProblems } from './rules'
import { type ServerVariables, serverVariables } from './variables'

/** What a service knows beside the variables of its business server. */
export interface OwnVariables<Own extends z.ZodRawShape> {
  readonly variables: Own
  readonly refusedInProduction?: readonly Rule[]
}

export interface ReadEnvironment<Own extends z.ZodRawShape> {
  readonly own: z.output<z.ZodObject<Own>>
  readonly production: boolean
  readonly server: LocalNumberServerOptions
  /** What is allowed but hardly meant, in plain words. */
  readonly warnings: readonly string[]
}

/**
 * Reads the whole environment. An empty variable counts as not set.
 *
 * @param layers the first that sets a variable counts, such as `[process.env, defaults]`
 * @throws ConfigError with every problem
 */
export function readEnvironment<Own extends z.ZodRawShape>(
  layers: readonly Variables[],
  { variables, refusedInProduction = [] }: OwnVariables<Own>,
): ReadEnvironment<Own> {
  const raw = mergeVariables(layers)
  const unmarked = Object.fromEntries(Object.entries(raw).map(([name, text]) => [name, withoutMark(text)]))
  const own = parseVariables(variables, unmarked)
  const server = parseVariables(serverVariables, unmarked)
  const problems = [...own.problems, ...server.problems, ...findProblems(raw, refusedInProduction)]
  if (own.values === undefined || server.values === undefined || problems.length > 0) throw new ConfigError(problems)
  return {
    own: own.values,
    production: server.values.NODE_ENV === 'production',
    server: optionsOf(server.values),
    warnings: warningsOf(raw, server.values, Object.keys(variables)),
  }
}

function optionsOf(env: ServerVariables): LocalNumberServerOptions {
  return {
    appId: env.LOCAL_NUMBER_APP_ID,
    appKey: env.LOCAL_NUMBER_APP_KEY,
    customerPrivateKey: env.LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY,
    platformPublicKey: env.LOCAL_NUMBER_PLATFORM_PUBLIC_KEY,
    verifyOrigin: env.LOCAL_NUMBER_VERIFY_ORIGIN,
    signature: { algorithm: env.LOCAL_NUMBER_SIGNATURE_ALGORITHM, encoding: env.LOCAL_NUMBER_SIGNATURE_ENCODING },
    editions: env.LOCAL_NUMBER_EDITIONS,
    codes: { yes: env.LOCAL_NUMBER_YES_CODES, no: env.LOCAL_NUMBER_NO_CODES },
    userInformation: env.LOCAL_NUMBER_USER_INFORMATION,
    limits: { checksPerNumberAndDay: env.LOCAL_NUMBER_DAILY_LIMIT },
    consentVersions: env.LOCAL_NUMBER_CONSENT_VERSIONS,
    ticket: {
      privateKey: env.LOCAL_NUMBER_TICKET_PRIVATE_KEY,
      issuer: env.LOCAL_NUMBER_TICKET_ISSUER,
      audience: env.LOCAL_NUMBER_TICKET_AUDIENCE,
    },
    hashSecret: env.LOCAL_NUMBER_HASH_SECRET,
  }
}

function warningsOf(raw: Environment, env: ServerVariables, own: readonly string[]): string[] {
  const known = [...Object.keys(serverVariables), ...own]
  const misspelt = Object.keys(raw).filter((name) => name.startsWith('LOCAL_NUMBER_') && !known.includes(name))
  const warnings = misspelt.map((name) => `${name} is no variable of this service: is it misspelt?`)
  if (raw.NODE_ENV === undefined) {
    warnings.push('NODE_ENV is not set, so this runs as development: set it to production where users are')
  }
  if (keysMatch(env.LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY, env.LOCAL_NUMBER_PLATFORM_PUBLIC_KEY)) {
    warnings.push(
      'LOCAL_NUMBER_PLATFORM_PUBLIC_KEY is your own public key: copy the platform’s, or every check fails (999999, 130016)',
    )
  }
  return warnings
}
