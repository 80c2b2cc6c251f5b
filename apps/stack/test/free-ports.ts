// A stack beside others: every port is any free one, and the demo keys are this test run's own.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const FREE_PORTS = {
  SIMULATOR_PORT: '0',
  SIMULATOR_TEST_LINE_PORT: '0',
  SIMULATOR_HANDSET_PORT: '0',
  BACKEND_PORT: '0',
  DEMO_PORT: '0',
  DATA_DIR: mkdtempSync(join(tmpdir(), 'local-number-stack-')),
}
