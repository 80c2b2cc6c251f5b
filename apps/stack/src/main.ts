// `npm start`: starts everything, prints one line per service, stops on Ctrl-C.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { StackError } from './errors'
import { startStack } from './start-stack'

const demoFolder = fileURLToPath(new URL('../../demo/dist/h5', import.meta.url))

try {
  if (!existsSync(demoFolder)) throw new StackError('demoNotBuilt', 'the demo is not built: run npm start at the root')
  const stack = await startStack({ demoFolder, env: process.env, onCarrierMessage: (line) => console.log(`  ${line}`) })
  console.log(`simulator  ${stack.simulator.origin}  the carrier; the phone is ${activeHandset()}`)
  console.log(`backend    ${stack.backend.url}  the business server`)
  console.log(`demo       ${stack.demo?.url}  the Taro app, H5 build`)
  console.log(`Local Number Login is ready: ${stack.demo?.url}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stack.stop().then(() => console.log('stopped'))
    })
  }
} catch (error) {
  if (!(error instanceof Error && 'code' in error)) throw error
  console.error(error.message)
  process.exitCode = 1
}

function activeHandset(): string {
  return process.env.SIMULATOR_ACTIVE_HANDSET || 'cm-5g'
}
