// What a command needs, built before it runs: turbo keeps what has not changed.
import { spawnSync } from 'node:child_process'

/**
 * Ends this process when the build fails.
 *
 * @param workspaces with all that they stand on; none given means everything
 * @param stdio as for `spawn`
 */
export function buildFirst(workspaces = [], stdio = 'inherit') {
  const filters = workspaces.map((name) => `--filter=@local-number/${name}`)
  const { status } = spawnSync('npx', ['turbo', 'run', 'build', ...filters, '--output-logs=errors-only'], {
    stdio,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
  })
  if (status !== 0) process.exit(status ?? 1)
}
