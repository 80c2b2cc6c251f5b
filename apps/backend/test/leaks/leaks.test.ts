// No number, token or key in logs, answers, URLs, and the files of the default store: the database, its WAL and its
// index of the WAL.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { describeLeaks } from './support/describe-leaks'

describeLeaks(async (getFolder) => {
  const open = () => new Database(join(getFolder(), 'local-number.db'))
  const use = (work: (file: Database.Database) => void) => {
    const file = open()
    work(file)
    file.close()
  }
  return {
    kind: 'sqlite',
    files: ['local-number.db', 'local-number.db-shm', 'local-number.db-wal'],
    async read() {
      const names = readdirSync(getFolder()).filter((name) => name.startsWith('local-number.db'))
      return Object.fromEntries(names.map((name) => [name, readFileSync(join(getFolder(), name))]))
    },
    async fail(failure) {
      if (failure === 'broken') {
        use((file) => file.exec('ALTER TABLE attempt RENAME TO gone'))
        return async () => use((file) => file.exec('ALTER TABLE gone RENAME TO attempt'))
      }
      const other = open()
      other.exec('BEGIN IMMEDIATE')
      return async () => void other.close()
    },
    async plant(all) {
      const rows = all.map((bytes) => `(X'${bytes.toString('hex')}')`)
      use((file) => file.exec(`CREATE TABLE planted (bytes BLOB); INSERT INTO planted VALUES ${rows}`))
    },
  }
})
