// `npm run dev`: everything from sources, until Ctrl-C. Packages rebuild, servers restart and pages reload on change.
import './require-node.mjs'
import concurrently from 'concurrently'
import { buildFirst } from './build-first.mjs'

buildFirst()

const COMMANDS = [
  // What the demo imports: its packages' builds.
  { name: 'packages', command: 'turbo watch build --filter=@local-number/taro... --output-logs=errors-only' },
  {
    name: 'servers',
    command: 'tsx watch --clear-screen=false --conditions=@local-number/source apps/stack/src/main.ts',
  },
  { name: 'demo', command: 'npm run watch:h5 --workspace=@local-number/demo' },
  { name: 'console', command: 'npm run dev --workspace=@local-number/console' },
]

console.log('demo       http://127.0.0.1:10086  H5 with hot reload')
console.log('console    http://127.0.0.1:5173   with hot reload')

const { result } = concurrently(COMMANDS, { killOthersOn: ['failure'], prefixColors: 'auto' })
// Ctrl-C ends all of them: only an exit code of their own is a failure.
result.catch(() => {
  process.exitCode = 1
})
