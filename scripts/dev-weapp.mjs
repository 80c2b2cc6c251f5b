// `npm run dev:weapp [-- --lan]`: builds the packages, then runs the stack and a watch build until Ctrl-C.
import './require-node.mjs'
import { buildFirst } from './build-first.mjs'

buildFirst(['stack', 'taro'])

await import('../apps/stack/dist/weapp-dev-main.js')
