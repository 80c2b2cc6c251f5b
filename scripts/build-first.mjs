// Builds what a command needs before it runs. turbo rebuilds only what has changed.
import { spawnSync } from 'node:child_process'

/**
 * Builds workspaces and their dependencies. Exits this process if the build fails.
 *
 * @param workspaces names without the scope @default [] all workspaces
 * @param stdio of the build, as for `spawn`
 */
export function buildFirst(workspaces = [], stdio = 'inherit') {
  const filters = workspaces.map((name) => `--filter=@local-number/${name}`)
  const { status } = spawnSync('npx', ['turbo', 'run', 'build', ...filters, '--output-logs=errors-only'], {
    stdio,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
  })
  if (status !== 0) process.exit(status ?? 1)
}
