// `npm run login -- --phone 13800138000 [--handset cm-5g]`: builds what is needed, then runs one login.
import { spawnSync } from 'node:child_process'

const build = spawnSync('npx', ['turbo', 'run', 'build', '--filter=@local-number/stack', '--output-logs=errors-only'], {
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
})
if (build.status !== 0) process.exit(build.status ?? 1)

await import('../apps/stack/dist/login-main.js')
