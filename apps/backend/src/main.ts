// The process: reads the environment, starts, and stops on a signal.
import { loadConfig, prepareDemoKeys, StartError, startBackend } from './index'

async function main(env: NodeJS.ProcessEnv): Promise<void> {
  const demo = env.NODE_ENV === 'production' ? {} : (await prepareDemoKeys(env.DATA_DIR || '.data')).env
  const backend = await startBackend(loadConfig({ ...demo, ...env }))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void backend.close())
}

main(process.env).catch((error) => {
  console.error(error instanceof StartError ? error.message : error)
  process.exitCode = 1
})
