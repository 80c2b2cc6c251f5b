// `npm run devtools` as a process: the journeys by the real automator, in front of a stand-in for DevTools; and what it says
// where there is none.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ANY_PORTS, type Stack, startStack } from '@local-number/stack'
import { expect, test } from '@playwright/test'
import { commandLine } from '../../devtools/command-line'
import { connect } from '../../devtools/connect'
import { JOURNEYS } from '../../devtools/journeys'
import { Command } from '../../support/command'
import { DevToolsStandIn } from '../../support/devtools-stand-in'
import { freePort } from '../../support/free-port'
import { NIGHTLY } from '../../support/nightly'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const MAIN = ['--import', import.meta.resolve('tsx'), join(ROOT, 'e2e/devtools/main.ts')]

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'local-number-devtools-'))
})
test.afterEach(() => rmSync(folder, { recursive: true }))

/** Run in a folder of its own, where the pictures go. */
const devtools = (...args: string[]) => new Command([...MAIN, ...args], {}, folder)

/** A command line of DevTools that writes down how it was called. */
function madeUp(script: string): string {
  const path = join(folder, 'cli')
  writeFileSync(path, `#!/bin/sh\nprintf '%s\\n' "$@" > '${folder}/called'\n${script}\n`)
  chmodSync(path, 0o755)
  return path
}

test.describe('with DevTools', () => {
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

  test('every journey ends as it should, twice in a row, with a picture of its end', NIGHTLY, async () => {
    for (const _time of [1, 2]) {
      const played = devtools('--port', String(standIn.port))
      expect(await played.over, played.said).toBe(0)
      expect(played.said.match(/^ok /gm)).toHaveLength(JOURNEYS.length)
      expect(played.said).toMatch(new RegExp(`^${JOURNEYS.length} passed, 0 failed\\n$`, 'm'))
    }
    for (const { id } of JOURNEYS) expect(existsSync(join(folder, `reports/devtools/${id}.png`)), id).toBe(true)
  })

  test('its command line opens the demo for automation', NIGHTLY, async () => {
    const played = devtools('--cli', madeUp('exit 0'), '--port', String(standIn.port))
    expect(await played.over, played.said).toBe(0)
    expect(readFileSync(join(folder, 'called'), 'utf8').trim().split('\n')).toEqual([
      'auto',
      '--project',
      join(ROOT, 'apps/demo'),
      '--auto-port',
      String(standIn.port),
    ])
  })

  test('a journey that does not end as it should is said, with what the page shows instead', async () => {
    stack.simulator.updateHandset('cu-5g', { network: 'wifi' })
    const played = devtools('--port', String(standIn.port))
    expect(await played.over).toBe(1)
    expect(played.said).toMatch(/^FAILED a Unicom SIM is not recognised.*\n +no 「没能确认 SIM 卡」.*正在使用 WLAN/m)
    expect(played.said).toMatch(/^4 passed, 1 failed$/m)
  })
})

test('where DevTools is not installed, it says where it looked, where to get it and how to name it', async () => {
  const played = devtools('--cli', join(folder, 'nowhere'))
  expect(await played.over).toBe(2)
  expect(played.said).toMatch(/^devToolsNotFound: .*not here: looked at \S+nowhere\. .*download\.html, .*--cli PATH\n$/)
})

test('on a system without a DevTools it says so', () => {
  expect(() => commandLine(undefined, 'linux')).toThrow(/^devToolsNotFound: .*there is none for linux/)
})

test('where the demo is not built, it says what to run', async () => {
  const opened = connect({ project: folder, cli: undefined, port: undefined })
  await expect(opened).rejects.toThrow(/^demoNotBuilt: .*npm run dev:weapp/)
})

test('where nothing answers, it names the setting to turn on', async () => {
  const port = String(await freePort())
  const played = devtools('--port', port)
  expect(await played.over).toBe(2)
  expect(played.said).toMatch(
    new RegExp(`^devToolsNotReached: nothing answers on port ${port}\\. .*安全设置 → 服务端口`),
  )
})

test('what the command line complains of is passed on at once', async () => {
  const cli = madeUp('echo "IDE service port disabled" >&2; exit 1')
  const played = devtools('--cli', cli, '--port', String(await freePort()))
  expect(await played.over).toBe(2)
  expect(played.said).toMatch(/^devToolsNotReached: .*服务端口.*says:\nIDE service port disabled\n$/s)
})
