// Runs the curl commands of the backend guides' login as printed, against a separate stack.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ANY_PORTS, type Stack, startStack } from '@local-number/stack'
import { findCodeBlocks, readPages } from '../markdown'

const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'local-number-docs-'))

let stack: Stack
beforeAll(async () => {
  stack = await startStack({ env: { ...ANY_PORTS, DATA_DIR: folder } })
})
afterAll(async () => {
  await stack.stop()
  rmSync(folder, { recursive: true })
})

test.each(['docs/zh/backend.md', 'docs/en/backend.md'])(
  'the curl commands in %s log in and end verified',
  async (path) => {
    const page = readPages().find((each) => each.path === path)
    const script = page && findCodeBlocks(page).find(({ code }) => code.startsWith('carrier='))?.code
    const adapted = script
      ?.replace('http://127.0.0.1:7000', stack.simulator.origin)
      .replace('http://127.0.0.1:3000', stack.backend.url)
    const { stdout } = await run('bash', ['-ec', adapted ?? 'false'], { env: { ...process.env, no_proxy: '*' } })
    expect(stdout).toContain('getMobile 200')
    expect(stdout).toMatch(/\{"outcome":"verified","code":"000","attemptsLeft":5,.*"ticket":"ey/)
  },
)
