// `npm start`: builds all packages and apps, then starts the stack in this process.
import './require-node.mjs'
import { buildFirst } from './build-first.mjs'

buildFirst()

await import('../apps/stack/dist/main.js')
