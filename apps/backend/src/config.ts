// The configuration: the environment, parsed once, with everything that is wrong said at once.
import { keysMatch } from '@local-number/rsa'
import type { LocalNumberServerOptions } from '@local-number/server'
import { type Problem, problemsOf, type RawEnvironment } from './config-rules'
import { withoutMark } from './demo-value'
import { type Environment, environmentShape } from './env-shape'
import { StartError } from './start-error'

export interface BackendConfig {
  readonly host: string
  /** 0 lets the system choose. */
  readonly port: number
  /** Origins whose pages may call, or `*`. */
  readonly allowedOrigins: readonly string[]
  readonly logLevel: Environment['LOG_LEVEL']
  readonly server: LocalNumberServerOptions
  /** What is allowed but hardly meant, in plain words. */
  readonly warnings: readonly string[]
}

/** Thrown by {@link loadConfig}. */
export class ConfigError extends StartError {
  constructor(readonly problems: readonly Problem[]) {
    const lines = problems.map(([variable, problem]) => `  ${variable} ${problem}`)
    super('configInvalid', ['The configuration is not usable:', ...lines].join('\n'))
  }
}

type Variables = Readonly<Record<string, string | undefined>>

/**
 * Reads the whole configuration. An empty variable counts as not set.
 *
 * @param env texts by name, such as `process.env`
 * @param below what stands in where `env` sets nothing, such as demo keys
 * @throws ConfigError with every problem
 */
export function loadConfig(env: Variables, below: Variables = {}): BackendConfig {
  const raw = { ...rawEnvironment(below), ...rawEnvironment(env) }
  const values = Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, withoutMark(value)]))
  const result = environmentShape.safeParse(values)
  const problems: Problem[] = [
    ...(result.error?.issues ?? []).map(({ path, message }): Problem => [String(path[0]), message]),
    ...problemsOf(raw),
  ]
  if (!result.success || problems.length > 0) throw new ConfigError(problems)
  return configOf(result.data, warningsOf(raw, result.data))
}

function rawEnvironment(env: Variables): RawEnvironment {
  const trimmed = Object.entries(env).map(([name, value]) => [name, (value ?? '').trim()] as const)
  return Object.fromEntries(trimmed.filter(([, value]) => value !== ''))
}

function configOf(env: Environment, warnings: readonly string[]): BackendConfig {
  const production = env.NODE_ENV === 'production'
  return {
    host: env.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    port: env.PORT,
    allowedOrigins: env.ALLOWED_ORIGINS ?? (production ? [] : ['*']),
    logLevel: env.LOG_LEVEL,
    server: serverOptionsOf(env),
    warnings,
  }
}

function serverOptionsOf(env: Environment): LocalNumberServerOptions {
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

function warningsOf(raw: RawEnvironment, env: Environment): string[] {
  const known = Object.keys(environmentShape.shape)
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
