import type { TraceSummary } from '@local-number/simulator-contract'
import { findChosen } from '../../src/timeline/find-chosen'

const login = (id: string, msgId: string, verifyMsgIds: readonly string[] = []) =>
  ({ id: id.repeat(32), msgId, verifyMsgIds }) as unknown as TraceSummary

const NEWEST = login('a', `0A1B2C3D${'V'.repeat(24)}`)
const OLDER = login('b', `0A1B2C3D${'U'.repeat(24)}`)
const VENDOR = login('c', 'X'.repeat(32), [`99887766${'0'.repeat(24)}`])
const LOGINS = [NEWEST, OLDER, VENDOR]

test.each([
  ['the id of a trace names it', OLDER.id, OLDER],
  ['a reference names the newest login whose msgId begins with it, in any case', '0a1b2c3d', NEWEST],
  ['a reference names a login by its verify call', '99887766', VENDOR],
])('%s', (_, named, expected) => {
  expect(findChosen(LOGINS, named)).toBe(expected.id)
})

test.each(['ffffffff', 'b2c3d', ''])('%j names none of these logins', (named) => {
  expect(findChosen(LOGINS, named)).toBe(named)
})
