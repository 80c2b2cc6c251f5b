// `npm run login -- --phone 13800138000 [--handset cm-5g]`: builds what is needed, then runs one login.
import { buildFirst } from './build-first.mjs'

buildFirst(['stack'], ['ignore', 'ignore', 'inherit'])

await import('../apps/stack/dist/login-main.js')
