// `npm start`: builds what is needed, then starts the stack in this process.
import { buildFirst } from './build-first.mjs'

buildFirst()

await import('../apps/stack/dist/main.js')
