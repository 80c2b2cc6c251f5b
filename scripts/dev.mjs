// `npm run dev`: everything from sources, until Ctrl-C. Packages rebuild, servers restart and pages reload on change.
import './require-node.mjs'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import concurrently from 'concurrently'
import { buildFirst } from './build-first.mjs'

const PAGES = [
  { name: 'demo', port: 10086 },
  { name: 'console', port: 5173 },
]

// Taro and Vite would silently choose other ports.
for (const { name, port } of PAGES) {
  if (await answers(port)) {
    console.error(`port ${port}, which the ${name} needs, is taken: stop the program that uses it`)
    process.exit(1)
  }
}

buildFirst()

const COMMANDS = [
  // What the demo imports: its packages' builds.
  { name: 'packages', command: 'turbo watch build --filter=@local-number/taro... --output-logs=errors-only' },
  {
    name: 'servers',
    command: 'tsx watch --clear-screen=false --conditions=@local-number/source apps/stack/src/main.ts --servers',
  },
  { name: 'demo', command: 'npm run watch:h5 --workspace=@local-number/demo' },
  { name: 'console', command: 'npm run dev --workspace=@local-number/console' },
]

const { commands, result } = concurrently(COMMANDS, { killOthersOn: ['failure'], prefixColors: 'auto' })
// Ctrl-C ends all of them: only an exit code of their own is a failure.
result.catch(() => {
  process.exitCode = 1
})
announce()

/** Says where the pages are once all of them are up: by then webpack has printed hundreds of lines. */
async function announce() {
  while (commands.some(({ exited }) => !exited)) {
    const up = await Promise.all(PAGES.map(({ port }) => answers(port)))
    if (up.every(Boolean)) {
      for (const { name, port } of PAGES) console.log(`${name.padEnd(10)} http://127.0.0.1:${port}  with hot reload`)
      return
    }
    await wait(1000)
  }
}

/** Whether something listens on this port. */
function answers(port) {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port })
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false))
    socket.on('connect', () => socket.destroy())
  })
}
