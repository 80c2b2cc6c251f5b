// The built command that backs the store up and restores it, beside the built service.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { createPreSign } from '../../../packages/server/test/support/business'
import { createStoreFile } from '../../../packages/server/test/support/sqlite-files'
import { type BackendProcesses, createBackendProcesses } from './support/processes'

const COMMAND = resolve(__dirname, '../dist/store.js')

let folder: string
let backup: string
let processes: BackendProcesses | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backend-store-'))
  backup = join(folder, 'monday.db')
})

afterEach(async () => {
  await processes?.endAll()
  processes = undefined
  rmSync(folder, { recursive: true })
})

/** Not synchronous: connections to the service would time out meanwhile. */
async function run(program: string, args: readonly string[], dataFolder: string) {
  const child = spawn(program, args, { cwd: folder, env: { PATH: process.env.PATH, DATA_DIR: dataFolder } })
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { code, out, err }
}

const runCommand = (args: readonly string[], dataFolder: string) =>
  run(process.execPath, [COMMAND, ...args], dataFolder)

test('a backup is made beside the running service, and restored once that has stopped', async () => {
  processes = await createBackendProcesses('sqlite')
  const service = await processes.start()
  const attempt = await service.sign()
  expect(await runCommand(['backup', backup], processes.folder)).toMatchObject({
    code: 0,
    out: expect.stringContaining(`backed up in ${backup}`),
  })
  const later = createPreSign(Date.now())
  await service.sign(later)

  expect(await runCommand(['restore', backup], processes.folder)).toMatchObject({
    code: 1,
    err: expect.stringContaining('stop every process'),
  })
  expect(await service.sign(later)).toMatchObject({ code: 'preSignReplayed' })
  await service.kill()
  expect(await runCommand(['restore', backup], processes.folder)).toMatchObject({
    code: 0,
    out: expect.stringContaining('for 26 hours'),
  })

  const restored = await processes.start()
  expect(await restored.sign(later)).toMatchObject({ code: 'storeRestored', retryAfterMs: expect.any(Number) })
  expect(await restored.verify(attempt.attemptId)).toMatchObject({ code: 'attemptSpent' })
})

test('with --accept-replays, what was signed after the backup can be signed once more', async () => {
  processes = await createBackendProcesses('sqlite')
  const service = await processes.start()
  await runCommand(['backup', backup], processes.folder)
  const later = createPreSign(Date.now())
  await service.sign(later)
  await service.kill()
  const { out } = await runCommand(['restore', backup, '--accept-replays'], processes.folder)
  expect(out).toContain('can be signed once more')
  const restored = await processes.start()
  expect(await restored.sign(later)).toMatchObject({ attemptId: expect.any(String) })
  expect(await restored.sign(later)).toMatchObject({ code: 'preSignReplayed' })
})

test.each(['backup', 'restore'])('a full disk makes %s fail, and leaves nothing behind', async (name) => {
  await createStoreFile({ file: join(folder, 'local-number.db') })
  if (name === 'restore') await createStoreFile({ file: backup })
  const before = readdirSync(folder)
  // No file may grow beyond 8 kB: SQLite and Node see failed writes.
  const limited = `ulimit -f 16; exec "${process.execPath}" "${COMMAND}" ${name} "${backup}"`
  expect(await run('sh', ['-c', limited], folder)).toEqual({
    code: 1,
    out: '',
    err: expect.stringMatching(/^the backup cannot be written or read \((?:SQLITE_IOERR_WRITE|SQLITE_FULL|EFBIG)\)\n$/),
  })
  expect(readdirSync(folder)).toEqual(before)
})
