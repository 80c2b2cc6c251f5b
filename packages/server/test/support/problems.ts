import { ConfigError, readEnvironment, type Variables } from '../../src/env'

/** Reads an environment and returns its problems as `VARIABLE problem` lines. */
export function findProblems(env: Variables): string[] {
  try {
    readEnvironment([env], { variables: {} })
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map((problem) => problem.join(' '))
    throw error
  }
  return []
}
