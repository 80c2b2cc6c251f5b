// `npm run simulator [-- --port 8000]`: builds the simulator, then runs it until Ctrl-C.
import './require-node.mjs'
import { buildFirst } from './build-first.mjs'

buildFirst(['simulator'])

await import('../packages/testing/simulator/dist/cli.js')
