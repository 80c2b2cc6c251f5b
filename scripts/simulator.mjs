// `npm run simulator [-- --port 8000]`: builds what is needed, then runs the simulator until Ctrl-C.
import { buildFirst } from './build-first.mjs'

buildFirst(['simulator'])

await import('../packages/testing/simulator/dist/cli.js')
