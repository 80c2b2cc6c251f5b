// `npm run devtools` as a process: the real automator runs the journeys against a stand-in for DevTools. Also tests the
// messages for a DevTools that is missing or does not answer.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findFreePorts } from '@local-number/service-kit/free-ports'
import { ANY_PORTS, type Stack, startStack } from '@local-number/stack'
import { expect, test } from '@playwright/test'
import { findCommandLine } from '../../devtools/command-line'
import { connect } from '../../devtools/connect'
import { JOURNEYS } from '../../devtools/journeys'
import { Command } from '../../support/command'
import { DevToolsStandIn } from '../../support/devtools-stand-in'
import { NIGHTLY } from '../../support/nightly'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const MAIN = ['--import', import.meta.resolve('tsx'), join(ROOT, 'e2e/devtools/main.ts')]

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'local-number-devtools-'))
})
test.afterEach(() => rmSync(folder, { recursive: true }))

/** Runs in the temporary folder, where it stores its pictures. */
const runDevtools = (...args: string[]) => new Command([...MAIN, ...args], {}, folder)

/** Writes a stand-in for the command line of DevTools, which stores its arguments in the file `called`. */
function writeCli(script: string): string {
  const path = join(folder, 'cli')
  writeFileSync(path, `#!/bin/sh\nprintf '%s\\n' "$@" > '${folder}/called'\n${script}\n`)
  chmodSync(path, 0o755)
  return path
}

test.describe('with a stand-in for DevTools', () => {
  let stack: Stack
  let standIn: DevToolsStandIn
  test.beforeEach(async () => {
    stack = await startStack({ env: { ...ANY_PORTS, DATA_DIR: folder, SIMULATOR_DEVTOOLS: 'yes' } })
    standIn = await DevToolsStandIn.start(stack)
  })
  test.afterEach(async () => {
    await standIn.close()
    await stack.stop()
  })

  test('npm run devtools passes all journeys twice in a row and stores a picture of each', NIGHTLY, async () => {
    for (const _run of [1, 2]) {
      const run = runDevtools('--port', String(standIn.port))
      expect(await run.exitCode, run.output).toBe(0)
      expect(run.output.match(/^ok /gm)).toHaveLength(JOURNEYS.length)
      expect(run.output).toMatch(new RegExp(`^${JOURNEYS.length} passed, 0 failed\\n$`, 'm'))
    }
    for (const { id } of JOURNEYS) expect(existsSync(join(folder, `reports/devtools/${id}.png`)), id).toBe(true)
  })

  test('npm run devtools opens the demo through the command line of DevTools', NIGHTLY, async () => {
    const run = runDevtools('--cli', writeCli('exit 0'), '--port', String(standIn.port))
    expect(await run.exitCode, run.output).toBe(0)
    expect(readFileSync(join(folder, 'called'), 'utf8').trim().split('\n')).toEqual([
      'auto',
      '--project',
      join(ROOT, 'apps/demo'),
      '--auto-port',
      String(standIn.port),
    ])
  })

  test('npm run devtools reports a failed journey with the text that the page shows instead', NIGHTLY, async () => {
    stack.simulator.updateHandset('cu-5g', { network: 'wifi' })
    const run = runDevtools('--port', String(standIn.port))
    expect(await run.exitCode).toBe(1)
    expect(run.output).toMatch(/^FAILED a Unicom SIM is not recognized.*\n +no 「未能识别本机号码」.*请关闭 Wi-Fi/m)
    expect(run.output).toMatch(/^4 passed, 1 failed$/m)
  })
})

test('npm run devtools without DevTools says where it looked, where to get it and how to name it', async () => {
  const run = runDevtools('--cli', join(folder, 'nowhere'))
  expect(await run.exitCode).toBe(2)
  expect(run.output).toMatch(/^devToolsNotFound: .*not found: looked at \S+nowhere\. .*download\.html, .*--cli PATH\n$/)
})

test('npm run devtools on Linux says that DevTools does not exist there', () => {
  expect(() => findCommandLine(undefined, 'linux')).toThrow(/^devToolsNotFound: .*there is none for linux/)
})

test('npm run devtools without a built demo names the command that builds it', async () => {
  const opened = connect({ project: folder, cli: undefined, port: undefined })
  await expect(opened).rejects.toThrow(/^demoNotBuilt: .*npm run dev:weapp/)
})

test('npm run devtools names the setting to turn on when no DevTools answers', async () => {
  const [port] = await findFreePorts(1)
  const run = runDevtools('--port', String(port))
  expect(await run.exitCode).toBe(2)
  expect(run.output).toMatch(new RegExp(`^devToolsNotReached: no answer on port ${port}\\. .*安全设置 → 服务端口`))
})

test('npm run devtools shows the error output of DevTools’ command line', async () => {
  const [port] = await findFreePorts(1)
  const cli = writeCli('echo "IDE service port disabled" >&2; exit 1')
  const run = runDevtools('--cli', cli, '--port', String(port))
  expect(await run.exitCode).toBe(2)
  expect(run.output).toMatch(/^devToolsNotReached: .*服务端口.*printed:\nIDE service port disabled\n$/s)
})
