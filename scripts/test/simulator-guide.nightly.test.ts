// Checks the simulator guides: their commands and files work as printed, and their tables are complete.
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Simulator, startSimulator } from '@local-number/simulator'
import { readAppsFile } from '../../packages/testing/simulator/src/cli/apps-file'
import { createCommand } from '../../packages/testing/simulator/src/cli/command'
import { findCodeBlocks, ROOT, readPages } from '../markdown'

const run = promisify(execFile)
const readSource = (path: string) => readFileSync(join(ROOT, 'packages/testing', path), 'utf8')
const findNames = (text: string, names: RegExp) => [...text.matchAll(names)].map(([, name = '']) => name)
const [, faultEffect = ''] =
  /interface FaultEffect \{([\s\S]*?)\n\}/.exec(readSource('simulator-contract/src/fault.ts')) ?? []

const NAMES = {
  flag: createCommand(async () => undefined).options.flatMap(({ long }) =>
    long && long !== '--version' ? [long] : [],
  ),
  variable: findNames(readSource('simulator/src/env/read.ts'), /^ {2}(SIMULATOR_\w+): /gm),
  field: Object.keys(JSON.parse(readSource('simulator/src/cli/apps.schema.json')).items.properties),
  effect: findNames(faultEffect, /readonly (\w+)\?/g),
}

const folder = mkdtempSync(join(tmpdir(), 'local-number-guide-'))
let sim: Simulator
beforeAll(async () => {
  sim = await startSimulator({ handsetPorts: 'anyFree' })
})
afterAll(async () => {
  await sim.stop()
  rmSync(folder, { recursive: true })
})

describe.each(['docs/zh/simulator.md', 'docs/en/simulator.md'])('%s', (path) => {
  const page = readPages().find((each) => each.path === path) ?? { path, text: '' }
  const firstCells = page.text.split('\n').flatMap((line) => /^\| ([^|]*)\|/.exec(line)?.[1] ?? [])
  const named = firstCells.flatMap((cell) => findNames(cell, /`([^` ]+)[^`]*`/g))

  test.each(Object.entries(NAMES))('the guide lists every %s', (_, names) => {
    expect(names.length).toBeGreaterThan(0)
    expect(names.filter((name) => !named.includes(name))).toEqual([])
  })

  test('the simulator reads the apps file that the guide shows', async () => {
    const file = join(folder, 'apps.yaml')
    writeFileSync(file, findCodeBlocks(page).find(({ language }) => language === 'yaml')?.code ?? '')
    expect(await readAppsFile(file)).toHaveLength(2)
  })

  const scripts = findCodeBlocks(page).filter(({ code }) => /^curl /m.test(code))

  test('the guide has commands for handsets, faults and the clock', () => {
    expect(scripts).toHaveLength(3)
  })

  test.each(scripts.map(({ line, code }) => [line, code] as const))('the commands on line %d work', async (_, code) => {
    const adapted = code
      .replaceAll('http://127.0.0.1:7000', sim.origin)
      .replaceAll('http://127.0.0.1:7002', sim.adminOrigin)
      .replaceAll('http://127.0.0.1:7012', sim.handsetOrigin('cm-wifi'))
      .replaceAll('curl ', 'curl -sS --fail-with-body ')
    expect((await run('bash', ['-ec', adapted], { env: { ...process.env, no_proxy: '*' } })).stderr).toBe('')
  })
})
