import { ConfigError, loadConfig } from '../../src'

/** Loads a configuration and returns its problems as `VARIABLE problem` lines. */
export function findProblems(env: Record<string, string | undefined>): string[] {
  try {
    loadConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map((problem) => problem.join(' '))
    throw error
  }
  return []
}
