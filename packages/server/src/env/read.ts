// The environment, parsed once, with everything that is wrong said at once.
import { keysMatch } from '@local-number/rsa'
import { z } from 'zod'
import type { LocalNumberServerOptions } from '../options'
import { withoutMark } from './demo-value'
import { type Problem, problemsOf, type RawEnvironment, type Rule } from './rules'
import { type ServerVariables, serverShape } from './variables'

/** Texts by name, such as `process.env`. */
export type Variables = Readonly<Record<string, string | undefined>>

/** What a service knows beside the variables of its business server. */
export interface OwnVariables<Own extends z.ZodRawShape> {
  readonly variables: Own
  readonly refusedInProduction?: readonly Rule[]
}

export interface ReadEnvironment<Own extends z.ZodRawShape> {
  readonly own: z.infer<z.ZodObject<Own>>
  readonly production: boolean
  readonly server: LocalNumberServerOptions
  /** What is allowed but hardly meant, in plain words. */
  readonly warnings: readonly string[]
}

/** Thrown by {@link readEnvironment}. The message names variables, never their values. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly code = 'configInvalid'

  constructor(readonly problems: readonly Problem[]) {
    const lines = problems.map(([variable, problem]) => `  ${variable} ${problem}`)
    super(['The configuration is not usable:', ...lines].join('\n'))
  }
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
  const raw: RawEnvironment = Object.assign({}, ...[...layers].reverse().map(withoutEmpty))
  const values = Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, withoutMark(value)]))
  const own = z.object(variables).safeParse(values)
  const server = serverShape.safeParse(values)
  const problems: Problem[] = [
    ...[own, server].flatMap(({ error }) => error?.issues ?? []).map(problemOf),
    ...problemsOf(raw, refusedInProduction),
  ]
  if (!own.success || !server.success || problems.length > 0) throw new ConfigError(problems)
  return {
    own: own.data,
    production: server.data.NODE_ENV === 'production',
    server: optionsOf(server.data),
    warnings: warningsOf(raw, server.data, Object.keys(variables)),
  }
}

function withoutEmpty(env: Variables): RawEnvironment {
  const trimmed = Object.entries(env).map(([name, value]) => [name, (value ?? '').trim()] as const)
  return Object.fromEntries(trimmed.filter(([, value]) => value !== ''))
}

function problemOf({ path, message }: z.core.$ZodIssue): Problem {
  return [String(path[0]), message]
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

function warningsOf(raw: RawEnvironment, env: ServerVariables, own: readonly string[]): string[] {
  const known = [...Object.keys(serverShape.shape), ...own]
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
