// The backend guides' login with curl, run as it is printed, against a stack of its own.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ANY_PORTS, type Stack, startStack } from '@local-number/stack'
import { codeBlocks, pages } from '../markdown'

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

test.each(['docs/zh/backend.md', 'docs/en/backend.md'])('the login with curl in %s is verified', async (path) => {
  const page = pages().find((each) => each.path === path)
  const script = page && codeBlocks(page).find(({ code }) => code.startsWith('carrier='))?.code
  const here = script
    ?.replace('http://127.0.0.1:7000', stack.simulator.origin)
    .replace('http://127.0.0.1:3000', stack.backend.url)
  const { stdout } = await run('bash', ['-ec', here ?? 'false'], { env: { ...process.env, no_proxy: '*' } })
  expect(stdout).toContain('getMobile 200')
  expect(stdout).toMatch(/\{"outcome":"verified","code":"000","attemptsLeft":5,.*"ticket":"ey/)
})
