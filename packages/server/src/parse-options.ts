// Parses options, from code or from the environment, against their one schema.
import type { z } from 'zod'
import { ServerError } from './errors'
import type { LocalNumberServerOptions, ServerSettings } from './options'
import { checkedOptionsSchema } from './options-schema'

/** An option and what is wrong with it, as half a sentence: `['limits.checksPerNumberAndDay', 'must be …']`. */
export type OptionProblem = readonly [option: string, problem: string]

export type ParsedOptions =
  | { readonly settings: ServerSettings; readonly problems: readonly [] }
  | { readonly settings?: undefined; readonly problems: readonly OptionProblem[] }

/** Parses options without throwing. The problems name options, never their values. */
export function tryParseOptions(options: unknown): ParsedOptions {
  const { data, error } = checkedOptionsSchema.safeParse(options, { error: describeType })
  if (data) return { settings: data, problems: [] }
  return { problems: error.issues.map(({ path, message }) => [path.join('.'), message]) }
}

/** @throws ServerError `optionUnusable` with every problem */
export function parseOptions(options: LocalNumberServerOptions): ServerSettings {
  const { settings, problems } = tryParseOptions(options)
  if (settings) return settings
  throw new ServerError('optionUnusable', { detail: problems.map((problem) => problem.join(' ')).join('; ') })
}

/** For a value of another type, or a name that has a schema of its own: theirs has no message for that. */
function describeType({ code, input, expected, issues }: z.core.$ZodRawIssue): string {
  if (code === 'invalid_key') return (issues as z.core.$ZodIssue[])[0]?.message ?? 'is not usable'
  if (input === undefined) return 'is missing'
  return code === 'invalid_type' ? `must be of type ${expected}` : 'is not usable'
}
