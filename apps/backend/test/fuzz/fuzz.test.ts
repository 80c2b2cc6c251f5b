// Fuzzing of the backend with its default store: every request is answered in time, at worst with a 4xx.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startWithPlatform } from '../support/backend'
import { describeFuzz } from './support/properties'
import { FUZZ_VARIABLES } from './support/target'

describeFuzz(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'backend-fuzz-'))
  const env = { ...FUZZ_VARIABLES, LOCAL_NUMBER_STORE: 'sqlite', DATA_DIR: folder }
  const { backend, platform, log, close } = await startWithPlatform(env)
  return {
    origin: backend.url,
    platform,
    readLog: () => log.lines,
    async close() {
      await close()
      rmSync(folder, { recursive: true })
    },
  }
}, 500)
