// Reads environment variables against a shape. Values are trimmed, and an empty variable counts as not set.
import { z } from 'zod'
import { ConfigError, type Problem } from './config-error'

/** Texts by name, such as `process.env`. */
export type Variables = Readonly<Record<string, string | undefined>>

/** Variables that are set: trimmed and not empty. */
export type Environment = Readonly<Record<string, string>>

/** Checks what no variable can check alone, on the texts: it also runs when other variables do not parse. */
export type Rule = (env: Environment) => readonly Problem[]

/** Merges layers into one environment. @param layers the first one that sets a variable wins: `[process.env, defaults]` */
export function mergeVariables(layers: readonly Variables[]): Environment {
  return Object.assign({}, ...[...layers].reverse().map(dropEmpty))
}

function dropEmpty(variables: Variables): Environment {
  const trimmed = Object.entries(variables).map(([name, text]) => [name, (text ?? '').trim()] as const)
  return Object.fromEntries(trimmed.filter(([, text]) => text !== ''))
}

export interface ParsedVariables<Shape extends z.ZodRawShape> {
  /** `undefined` when there are problems. */
  readonly values: z.output<z.ZodObject<Shape>> | undefined
  readonly problems: readonly Problem[]
}

/** Parses the variables that the shape names. For callers that collect problems from several sources. */
export function parseVariables<Shape extends z.ZodRawShape>(shape: Shape, env: Environment): ParsedVariables<Shape> {
  const { data, error } = z.object(shape).safeParse(env)
  return { values: data, problems: (error?.issues ?? []).map(toProblem) }
}

function toProblem({ path, message }: z.core.$ZodIssue): Problem {
  return [String(path[0]), message]
}

/**
 * Reads the variables that the shape names.
 *
 * @example
 * const { PORT } = readVariables({ PORT: port().default(3000) }, [process.env])
 * @param layers the first one that sets a variable wins: `[process.env, defaults]`
 * @throws ConfigError with every problem
 */
export function readVariables<Shape extends z.ZodRawShape>(
  shape: Shape,
  layers: readonly Variables[],
  rules: readonly Rule[] = [],
): z.output<z.ZodObject<Shape>> {
  const env = mergeVariables(layers)
  const parsed = parseVariables(shape, env)
  const problems = [...parsed.problems, ...rules.flatMap((rule) => rule(env))]
  if (parsed.values === undefined || problems.length > 0) throw new ConfigError(problems)
  return parsed.values
}
