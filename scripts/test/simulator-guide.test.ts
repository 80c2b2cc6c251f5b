// The simulator guides: their commands and files are used as they are printed, and their tables name all that there is.
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Simulator, startSimulator } from '@local-number/simulator'
import { readAppsFile } from '../../packages/testing/simulator/src/cli/apps-file'
import { command } from '../../packages/testing/simulator/src/cli/command'
import { codeBlocks, pages, ROOT } from '../markdown'

const run = promisify(execFile)
const source = (path: string) => readFileSync(join(ROOT, 'packages/testing', path), 'utf8')
const namesIn = (text: string, names: RegExp) => [...text.matchAll(names)].map(([, name = '']) => name)
const [, faultEffect = ''] =
  /interface FaultEffect \{([\s\S]*?)\n\}/.exec(source('simulator-contract/src/fault.ts')) ?? []

const NAMES = {
  flag: command(async () => undefined).options.flatMap(({ long }) => (long && long !== '--version' ? [long] : [])),
  variable: namesIn(source('simulator/src/env/read.ts'), /^ {2}(SIMULATOR_\w+): /gm),
  field: Object.keys(JSON.parse(source('simulator/src/cli/apps.schema.json')).items.properties),
  effect: namesIn(faultEffect, /readonly (\w+)\?/g),
}

const folder = mkdtempSync(join(tmpdir(), 'local-number-guide-'))
let sim: Simulator
beforeAll(async () => {
  sim = await startSimulator({ handsetPorts: true })
})
afterAll(async () => {
  await sim.stop()
  rmSync(folder, { recursive: true })
})

describe.each(['docs/zh/simulator.md', 'docs/en/simulator.md'])('%s', (path) => {
  const page = pages().find((each) => each.path === path) ?? { path, text: '' }
  const firstCells = page.text.split('\n').flatMap((line) => /^\| ([^|]*)\|/.exec(line)?.[1] ?? [])
  const named = firstCells.flatMap((cell) => namesIn(cell, /`([^` ]+)[^`]*`/g))

  test.each(Object.entries(NAMES))('lists every %s', (_, names) => {
    expect(names.length).toBeGreaterThan(0)
    expect(names.filter((name) => !named.includes(name))).toEqual([])
  })

  test('shows a file of apps that can be used', async () => {
    const file = join(folder, 'apps.yaml')
    writeFileSync(file, codeBlocks(page).find(({ language }) => language === 'yaml')?.code ?? '')
    expect(await readAppsFile(file)).toHaveLength(2)
  })

  const scripts = codeBlocks(page).filter(({ code }) => /^curl /m.test(code))

  test('has commands for handsets, faults and clock', () => {
    expect(scripts).toHaveLength(3)
  })

  test.each(scripts.map(({ line, code }) => [line, code] as const))('the commands of line %d work', async (_, code) => {
    const here = code
      .replaceAll('http://127.0.0.1:7000', sim.origin)
      .replaceAll('http://127.0.0.1:7002', sim.adminOrigin)
      .replaceAll('http://127.0.0.1:7012', sim.handsetOrigin('cm-wifi'))
      .replaceAll('curl ', 'curl -sS --fail-with-body ')
    expect((await run('bash', ['-ec', here], { env: { ...process.env, no_proxy: '*' } })).stderr).toBe('')
  })
})
