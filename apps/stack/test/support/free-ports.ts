// A stack that runs beside others: free ports, and demo keys of this test run only.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ANY_PORTS } from '../../src'

export const FREE_PORTS = {
  ...ANY_PORTS,
  DATA_DIR: mkdtempSync(join(tmpdir(), 'local-number-stack-')),
}
