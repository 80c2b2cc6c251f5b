// From variables to options: sets the options by their paths and reports problems under the variables' names.
import { type Environment, isRefusal, type Problem, splitList } from '@local-number/service-kit'
import type { ServerSettings } from '../options'
import { tryParseOptions } from '../parse-options'
import { INCOMPLETE } from './sms'
import { OPTION_VARIABLES, type OptionVariable } from './variables'

export interface SettingsFromVariables {
  /** `undefined` when there are problems. */
  readonly settings: ServerSettings | undefined
  readonly problems: readonly Problem[]
}

const VARIABLES: ReadonlyArray<readonly [variable: string, OptionVariable]> = Object.entries(OPTION_VARIABLES)

export function parseOptionVariables(env: Environment): SettingsFromVariables {
  const options: Record<string, unknown> = {}
  const refused = new Map<string, string>()
  for (const [variable, { option, alias = variable, parse = keepText }] of VARIABLES) {
    const text = env[alias] ?? env[variable]
    const value = text === undefined ? undefined : parse(text, env)
    if (isRefusal(value)) refused.set(variable, value.refusal)
    else if (value !== undefined) setPath(options, option.split('.'), value)
  }
  const { settings, problems } = tryParseOptions(options)
  // What was refused is not set, so the options report it as missing.
  const others = problems.map((problem) => toProblem(problem, env)).filter(([variable]) => !refused.has(variable))
  const problemsOfOwn = [...refused].filter(([, problem]) => problem !== INCOMPLETE.refusal)
  return {
    settings: refused.size > 0 ? undefined : settings,
    problems: sortByVariable([...problemsOfOwn, ...withoutRepeats(others)]),
  }
}

function keepText(text: string): string {
  return text
}

function setPath(target: Record<string, unknown>, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) target[name] = value
  else {
    target[name] ??= {}
    setPath(target[name] as Record<string, unknown>, rest, value)
  }
}

/** The path of a problem may lead into an option (`editions.0`), or be the group of one (`ticket`). */
function toProblem([path, problem]: readonly [path: string, problem: string], env: Environment): Problem {
  const [variable, row] = VARIABLES.find(([, { option }]) => isWithin(path, option) || isWithin(option, path)) ?? [path]
  if (row?.remedy && env[variable] === undefined) return [variable, `is missing: ${row.remedy}`]
  const isItem = row?.parse === splitList && path !== row.option
  return [variable, isItem ? `is a list, separated by commas: each item ${problem}` : problem]
}

/** Several items of a list can have the same problem. */
function withoutRepeats(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((each) => [each.join(' '), each])).values()]
}

function isWithin(path: string, other: string): boolean {
  return path === other || path.startsWith(`${other}.`)
}

function sortByVariable(problems: readonly Problem[]): readonly Problem[] {
  return VARIABLES.flatMap(([variable]) => problems.filter(([name]) => name === variable))
}
