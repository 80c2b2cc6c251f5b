import { ConfigError, loadConfig } from '../../src'

/** What is wrong, as `VARIABLE problem` lines. */
export function problemsOf(env: Record<string, string | undefined>): string[] {
  try {
    loadConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map((problem) => problem.join(' '))
    throw error
  }
  return []
}
