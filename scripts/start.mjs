// `npm start`: builds what is needed (turbo keeps what has not changed), then starts the stack in this process.
import { spawnSync } from 'node:child_process'

const build = spawnSync('npx', ['turbo', 'run', 'build', '--output-logs=errors-only'], {
  stdio: 'inherit',
  env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
})
if (build.status !== 0) process.exit(build.status ?? 1)

await import('../apps/stack/dist/main.js')
