// `npm start`: starts everything, prints one line per service, and stops on Ctrl-C. With `--servers`, for
// `npm run dev`, the demo is served by something else, and its lines are left out.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { StackError, toMessage } from './errors'
import { formatServiceLines, toAddresses } from './service-lines'
import { startStack } from './start-stack'

const demoFolder = fileURLToPath(new URL('../../demo/dist/h5', import.meta.url))

try {
  if (!existsSync(demoFolder)) throw new StackError('demoNotBuilt', 'the demo is not built: run npm start at the root')
  const stack = await startStack({
    demoFolder,
    secure: true,
    env: process.env,
    onCarrierMessage: (line) => console.log(`  ${line}`),
  })
  for (const line of formatServiceLines(toAddresses(stack), process.env)) console.log(line)
  if (!process.argv.includes('--servers')) {
    console.log(`demo       ${stack.demo?.url}  the Taro app, H5 build`)
    console.log(`           ${stack.secureDemo?.url}  the same over https: choose HTTPS 版 there; browsers warn once`)
    console.log(`Local Number Login is ready: ${stack.demo?.url}`)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stack.stop().then(() => console.log('stopped'))
    })
  }
} catch (error) {
  console.error(toMessage(error))
  process.exitCode = 1
}
