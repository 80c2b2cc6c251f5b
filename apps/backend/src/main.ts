// The process: reads the environment, starts, and stops on a signal.
import { readVariables } from '@local-number/service-kit'
import { isConfigError, isListenError, loadConfig, prepareDemoKeys, StartError, startBackend } from './index'
import { backendVariables } from './variables'

/** Not "anything but production": a misspelt `prod` must be refused, not given demo keys. */
const DEVELOPMENT_MODES: readonly string[] = ['', 'development', 'test']

/** As the simulator's: nobody who tries a login should run into it. */
const DEVELOPMENT_DAILY_LIMIT = '1000'

/** Errors of the server whose message is for operators. */
const EXPLAINED: readonly unknown[] = ['storeUnusable', 'optionUnusable']

async function main(env: NodeJS.ProcessEnv): Promise<void> {
  const backend = await startBackend(loadConfig(env, await prepareDefaults(env)))
  // Exits at once: log lines without a reader would keep the process alive.
  const stop = () => void backend.close().then(() => process.exit())
  // Not `once`: the same signal again, as from a terminal and from npm, would then end the running requests.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
}

async function prepareDefaults(env: NodeJS.ProcessEnv) {
  if (!DEVELOPMENT_MODES.includes(env.NODE_ENV?.trim() ?? '')) return {}
  const { DATA_DIR } = readVariables({ DATA_DIR: backendVariables.DATA_DIR }, [env])
  return { ...(await prepareDemoKeys(DATA_DIR)).env, LOCAL_NUMBER_DAILY_LIMIT: DEVELOPMENT_DAILY_LIMIT }
}

main(process.env).catch((error) => {
  const isExplained =
    error instanceof StartError || isConfigError(error) || isListenError(error) || EXPLAINED.includes(error.code)
  console.error(isExplained ? error.message : error)
  process.exitCode = 1
})
