// The process: reads the environment, starts, and stops on a signal.
import { isConfigError, isListenError, loadConfig, prepareDemoKeys, StartError, startBackend } from './index'

/** Not "anything but production": a misspelt `prod` must be refused, not given demo keys. */
const OF_DEVELOPMENT: readonly string[] = ['', 'development', 'test']

async function main(env: NodeJS.ProcessEnv): Promise<void> {
  const developing = OF_DEVELOPMENT.includes(env.NODE_ENV?.trim() ?? '')
  const demo = developing ? (await prepareDemoKeys(env.DATA_DIR || '.data')).env : {}
  const backend = await startBackend(loadConfig(env, demo))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void backend.close())
}

main(process.env).catch((error) => {
  const isExplained = error instanceof StartError || isConfigError(error) || isListenError(error)
  console.error(isExplained ? error.message : error)
  process.exitCode = 1
})
