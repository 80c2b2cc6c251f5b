// `npm start`: checks the ports, builds all packages and apps, then starts the stack in this process.
import { spawnSync } from 'node:child_process'
import './require-node.mjs'
import { buildFirst } from './build-first.mjs'

const fromSources = ['--conditions=@local-number/source', '--import', 'tsx']
const { status } = spawnSync(process.execPath, [...fromSources, 'apps/stack/src/check-ports-main.ts'], {
  stdio: 'inherit',
})
if (status !== 0) process.exit(status ?? 1)

buildFirst()

await import('../apps/stack/dist/main.js')
