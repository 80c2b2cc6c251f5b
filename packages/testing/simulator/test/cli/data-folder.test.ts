import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDataFolder } from '../../src/cli/data-folder'

const above = mkdtempSync(join(tmpdir(), 'local-number-data-'))
afterAll(() => rmSync(above, { recursive: true }))

test('is made for this user alone, and git ignores what is in it', async () => {
  const { path, database, customerKey } = await openDataFolder(join(above, 'deep/data'))
  expect(statSync(path).mode & 0o777).toBe(0o700)
  expect(readFileSync(join(path, '.gitignore'), 'utf8')).toBe('*\n')
  for (const file of [database, customerKey]) expect(join(file, '..')).toBe(path)
})

test('is opened again as it is, with a .gitignore of the user’s own', async () => {
  const { path } = await openDataFolder(join(above, 'again'))
  writeFileSync(join(path, '.gitignore'), '*.pem\n')
  await openDataFolder(path)
  expect(readFileSync(join(path, '.gitignore'), 'utf8')).toBe('*.pem\n')
})

test('that was there is no business of git’s', async () => {
  mkdirSync(join(above, 'project'))
  await openDataFolder(join(above, 'project'))
  expect(readdirSync(join(above, 'project'))).toEqual([])
})

test('that cannot be one is said with the flags that help', async () => {
  writeFileSync(join(above, 'file'), '')
  await expect(openDataFolder(join(above, 'file/data'))).rejects.toMatchObject({
    code: 'dataFolderUnusable',
    message: expect.stringMatching(/file\/data cannot keep data \(ENOTDIR\): give --data .* or start with --memory$/),
  })
})
