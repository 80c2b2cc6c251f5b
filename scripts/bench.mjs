// `npm run bench`: builds the service, then measures its builds, as production runs them.
import { spawnSync } from 'node:child_process'
import './require-node.mjs'
import { buildFirst } from './build-first.mjs'

buildFirst(['backend'], ['ignore', 'ignore', 'inherit'])
const bench = ['--import', 'tsx', 'bench/main.ts', ...process.argv.slice(2)]
const { status } = spawnSync(process.execPath, bench, { stdio: 'inherit' })
process.exit(status ?? 1)
