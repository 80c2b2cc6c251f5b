// A backend and the stand-in for the platform that it asks, for one test.
import { type PlatformStandIn, startPlatform } from '../../../../packages/server/test/support/platform-stand-in'
import { type Backend, loadConfig, startBackend } from '../../src'
import { createLogLines, environment } from './environment'

export interface Running {
  readonly platform: PlatformStandIn
  readonly backend: Backend
  readonly log: ReturnType<typeof createLogLines>
  close(): Promise<void>
}

/** @param stopNoticeMs none by default: closing would wait at the end of every test */
export async function startWithPlatform(env: NodeJS.ProcessEnv = {}, stopNoticeMs = 0): Promise<Running> {
  const log = createLogLines()
  const platform = await startPlatform()
  const config = loadConfig({ ...environment, LOCAL_NUMBER_VERIFY_ORIGIN: platform.origin, ...env })
  // A busy machine must not reach the platform's time limit.
  const backend = await startBackend(config, { logTo: log, stopNoticeMs, times: { platformTimeoutMs: 60_000 } })
  const close = async () => {
    await backend.close()
    await platform.close()
  }
  return { platform, backend, log, close }
}
