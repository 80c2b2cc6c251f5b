// A disk that is full when the simulator stops, in a process of its own whose files may not grow beyond a limit.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSimulator } from '../src'
import { requireFreshBuild } from './support/command'

/** More than SQLite keeps beside the database before it copies it there (1,000 pages), so that the copy fails too. */
const LIMIT_KIB = 6 * 1024

/** Calls until one cannot be stored, stops, and starts again in the same process. */
const PROGRAM = `
  const { startSimulator } = require(${JSON.stringify(join(__dirname, '../dist/index.cjs'))})
  async function run(database) {
    let failures = 0
    const first = await startSimulator({ database, onError: () => { failures += 1 } })
    const query = Array.from('abcdef', (name) => name + '=' + 'x'.repeat(2000)).join('&')
    let calls = 0
    for (; failures === 0 && calls < 5000; calls += 1) {
      await fetch(first.origin + '/NumberAbility/h5/getMobile.htm?' + query)
    }
    const traces = first.traces(1000).length
    const stopped = await first.stop().then(() => 'stopped', String)
    const second = await startSimulator({ database }).then((again) => again.stop().then(() => 'started'), ({ code, message }) => code ?? message)
    console.log(JSON.stringify({ failures, stopped, second, traces }))
  }
  run(process.argv[1])
`

let folder: string

beforeAll(requireFreshBuild)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'simulator-full-disk-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a simulator stops on a full disk, releases its database and loses nothing that it has stored', async () => {
  const database = join(folder, 'simulator.sqlite')
  const command = `ulimit -f ${LIMIT_KIB} && exec "$0" -e "$1" "$2"`
  const { stdout, stderr } = spawnSync('bash', ['-c', command, process.execPath, PROGRAM, database], {
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  const { failures, stopped, second, traces } = JSON.parse(stdout)
  expect({ failures, stopped }).toEqual({ failures: 1, stopped: 'stopped' })
  // The disk is still full: there is room for what a start stores, or there is not. But nobody has the database open.
  expect(['started', 'databaseUnusable']).toContain(second)
  const again = await startSimulator({ database })
  const kept = again.traces(1000).length
  await again.stop()
  expect(kept).toBe(traces)
})
