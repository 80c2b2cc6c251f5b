import { ConfigError, readEnvironment, type Variables } from '../../src/env'

/** What is wrong, as `VARIABLE problem` lines. */
export function problemsOf(env: Variables): string[] {
  try {
    readEnvironment([env], { variables: {} })
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map((problem) => problem.join(' '))
    throw error
  }
  return []
}
