// `npm run login -- --phone 13800138000`: checks the options, builds what is needed, then runs one login.
import './require-node.mjs'
import { tsImport } from 'tsx/esm/api'
import { buildFirst } from './build-first.mjs'

const { parseLoginOptions } = await tsImport('../apps/stack/src/cli/options.ts', import.meta.url)

// The help and wrong options need no build.
if (parseLoginOptions(process.argv.slice(2))) {
  buildFirst(['stack'], ['ignore', 'ignore', 'inherit'])
  await import('../apps/stack/dist/login-main.js')
}
