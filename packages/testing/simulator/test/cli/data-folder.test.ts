import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDataFolder } from '../../src/cli/data-folder'

const above = mkdtempSync(join(tmpdir(), 'local-number-data-'))
afterAll(() => rmSync(above, { recursive: true }))

test('a new data folder is readable by this user alone and ignored by git', async () => {
  const { path, database, customerKey } = await openDataFolder(join(above, 'deep/data'))
  expect(statSync(path).mode & 0o777).toBe(0o700)
  expect(readFileSync(join(path, '.gitignore'), 'utf8')).toBe('*\n')
  for (const file of [database, customerKey]) expect(join(file, '..')).toBe(path)
})

test('an existing data folder keeps the user’s own .gitignore', async () => {
  const { path } = await openDataFolder(join(above, 'again'))
  writeFileSync(join(path, '.gitignore'), '*.pem\n')
  await openDataFolder(path)
  expect(readFileSync(join(path, '.gitignore'), 'utf8')).toBe('*.pem\n')
})

test('a folder that existed before gets no .gitignore', async () => {
  mkdirSync(join(above, 'project'))
  await openDataFolder(join(above, 'project'))
  expect(readdirSync(join(above, 'project'))).toEqual([])
})

test('a data folder that cannot be created is reported with the flags that help', async () => {
  writeFileSync(join(above, 'file'), '')
  await expect(openDataFolder(join(above, 'file/data'))).rejects.toMatchObject({
    code: 'dataFolderUnusable',
    message: expect.stringMatching(/file\/data cannot keep data \(ENOTDIR\): give --data .* or start with --memory$/),
  })
})
