// What the command that backs the store up and restores it says and refuses. As a process: `store.test.ts`.
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { createStoreFile } from '../../../packages/server/test/support/sqlite-files'
import { runStoreCommand } from '../src/store-command'

let folder: string
let file: string
let backup: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backend-store-'))
  file = join(folder, 'local-number.db')
  backup = join(folder, 'monday.db')
})

afterEach(() => rmSync(folder, { recursive: true }))

function run(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const [out, err]: [string[], string[]] = [[], []]
  const output = { log: (text: string) => void out.push(text), error: (text: string) => void err.push(text) }
  const code = runStoreCommand(args, { DATA_DIR: folder, ...env }, output)
  return { code, out: out.join('\n'), err: err.join('\n') }
}

describe('the command', () => {
  it('takes paths from the folder where it runs', async () => {
    await createStoreFile({ file })
    expect(run(['backup', relative('', backup)], { DATA_DIR: relative('', folder) }).code).toBe(0)
    expect(statSync(backup).mode & 0o777).toBe(0o600)
  })

  it('says what is wrong, and does nothing', async () => {
    await createStoreFile({ file })
    writeFileSync(backup, 'not a backup')
    const { code, out, err } = run(['restore', backup])
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toBe(`the backup cannot be written or read (${backup} is no SQLite database)`)
    expect(readdirSync(folder).sort()).toEqual(['local-number.db', 'monday.db'])
  })

  it('says where the former file is, and what is refused now', async () => {
    await createStoreFile({ file })
    await createStoreFile({ file: backup })
    const { code, out } = run(['restore', backup])
    expect(code).toBe(0)
    expect(out).toMatch(/^The former file is \S+local-number\.db\.before-restore-\d+\.$/m)
    expect(out).toContain('refused with storeRestored for 26 hours')
  })

  it('explains itself', () => {
    const { code, out } = run(['--help'])
    expect(code).toBe(0)
    expect(out).toMatch(/backup <file>[\s\S]+restore <file> \[--accept-replays\][\s\S]+Exit codes: 0 done, 1 .+, 2 /)
  })

  it.each<[string, readonly string[], string]>([
    ['no command', [], 'Expected backup or restore, and one file.'],
    ['an unknown command', ['toString', 'file'], 'Expected backup or restore, and one file.'],
    ['no file', ['backup'], 'Expected backup or restore, and one file.'],
    ['an empty file, as of an unset variable', ['backup', ''], 'Expected backup or restore, and one file.'],
    ['two files', ['restore', 'a', 'b'], 'Expected backup or restore, and one file.'],
    ['an unknown flag', ['restore', 'a', '--force'], "Unknown option '--force'."],
    ['the flag of the other command', ['backup', 'a', '--accept-replays'], '--accept-replays belongs to restore.'],
  ])('refuses %s as wrong usage', (_name, args, message) => {
    expect(run(args)).toEqual({ code: 2, out: '', err: `${message} --help shows the usage.` })
  })

  it.each(['backup', 'restore'])('does not %s a Redis, says where to read on, and keeps its password', (name) => {
    const secret = join(folder, 'address')
    writeFileSync(secret, 'redis://:sesame@127.0.0.1:6379')
    const { code, err } = run([name, backup], { LOCAL_NUMBER_STORE_FILE: secret })
    expect(code).toBe(1)
    expect(err).toContain('LOCAL_NUMBER_STORE is a Redis: back it up and restore it with its own means')
    expect(err).not.toContain('sesame')
  })

  it('does not back up memory', () => {
    expect(run(['backup', backup], { LOCAL_NUMBER_STORE: 'memory' })).toMatchObject({
      code: 1,
      err: expect.stringContaining('ends with its process: use sqlite'),
    })
  })

  it('refuses a variable that the service refuses', () => {
    expect(run(['backup', backup], { LOCAL_NUMBER_STORE: 'postgres' })).toMatchObject({
      code: 1,
      err: expect.stringContaining('LOCAL_NUMBER_STORE must be sqlite, memory, or an address'),
    })
  })
})
