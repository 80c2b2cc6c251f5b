// `npm run dev:weapp [-- --lan]`: builds the packages, then runs stack and watch build until Ctrl-C.
import { buildFirst } from './build-first.mjs'

buildFirst(['stack', 'taro'])

await import('../apps/stack/dist/weapp-dev-main.js')
