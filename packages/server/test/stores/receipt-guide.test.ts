// The SQL of the guides, on the file of a running server.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import type { ConsentRecord } from '../../src'
import { openSqliteStores, type SqliteStores } from '../../src/sqlite'
import { readReceipts } from '../support/sqlite-receipts'

const RECEIPT: ConsentRecord = {
  way: 'sim',
  version: '2026-01',
  locale: 'zh-CN',
  textHash: 'text',
  at: '2026-11-22T04:00:00.000Z',
  traceId: 'trace',
  sessionHash: 'session',
  attemptHash: 'attempt',
}

let folder: string
let file: string
let stores: SqliteStores
let audit: Database.Database

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'receipt-guide-'))
  file = join(folder, 'stores.db')
  stores = openSqliteStores({ file })
  audit = new Database(file)
})

afterEach(async () => {
  audit.close()
  await stores.close()
  rmSync(folder, { recursive: true })
})

describe.each(['en', 'zh'])('the guide in %s', (language) => {
  const guide = readFileSync(join(__dirname, `../../../../docs/${language}/compliance.md`), 'utf8')
  const [find = '', remove = ''] = [...guide.matchAll(/```sql\n([^`]+)```/g)].map(([, sql]) => sql)

  it('names every column', () => {
    const columns = audit.prepare("SELECT name FROM pragma_table_info('receipt')").all() as { name: string }[]
    expect(columns).toHaveLength(9)
    for (const { name } of columns) expect(guide).toMatch(new RegExp(`^\\| [^|]*\\| \`${name}\` +\\|`, 'm'))
  })

  it('finds a login, and removes old receipts while the table goes on refusing', async () => {
    const traceId = /'(\w{32})'/.exec(find)?.[1] ?? ''
    await stores.receipts.append({ ...RECEIPT, at: '2023-12-31T23:59:59.999Z', traceId })
    await stores.receipts.append(RECEIPT)
    expect(audit.prepare(find).all()).toMatchObject([{ number: 1, trace_id: traceId }])
    audit.exec(remove)
    expect(readReceipts(file)).toEqual([RECEIPT])
    expect(() => audit.exec('DELETE FROM receipt')).toThrow('a receipt cannot be removed')
    await stores.receipts.append(RECEIPT)
    expect(readReceipts(file)).toHaveLength(2)
  })
})
