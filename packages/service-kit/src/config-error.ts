// A configuration that cannot be used, with every problem at once.

/** A variable and what is wrong with it, as half a sentence: `['PORT', 'must be a port from 1 to 65535 …']`. */
export type Problem = readonly [variable: string, problem: string]

/**
 * Thrown when variables are missing or unusable. The message names variables, never their values.
 *
 * Recognize it with {@link isConfigError}: each bundle has its own copy of the class, so `instanceof` fails.
 */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly code = 'configInvalid'

  constructor(readonly problems: readonly Problem[]) {
    const lines = problems.map(([variable, problem]) => `  ${variable} ${problem}`)
    super(['The configuration is not usable:', ...lines].join('\n'))
  }
}

export function isConfigError(error: unknown): error is ConfigError {
  const { name, code } = Object(error)
  return name === 'ConfigError' && code === 'configInvalid'
}
