// A stack beside others: every port is any free one, and the demo keys are this test run's own.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ANY_PORTS } from '../src'

export const FREE_PORTS = {
  ...ANY_PORTS,
  DATA_DIR: mkdtempSync(join(tmpdir(), 'local-number-stack-')),
}
