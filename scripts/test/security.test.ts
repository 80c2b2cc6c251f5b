// SECURITY.md says what is tried against each threat, and where: the places must exist, and hold tests.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { ROOT } from '../markdown'

const page = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8')
const table = page.slice(page.indexOf('## What the tests try'), page.indexOf('## Not supported yet'))
const rows = [...table.matchAll(/^\| (?<threat>[^|]+) \| (?<tried>[^|]+) \| (?<where>[^|]+) \|$/gm)].slice(2)

/** What a test calls, or a rule or scenario that tests run. */
const HOLDS_TESTS = /\b(?:test|it|describe\w*)(?:\.each)?\(|run(?:On)?\(/

/** A file, all files of a folder, or those that a `*` in the name stands for. */
function listFiles(place: string): readonly string[] {
  const path = join(ROOT, place)
  if (place.includes('*')) {
    const [start = '', end = ''] = basename(place).split('*')
    const names = readdirSync(dirname(path)).filter((name) => name.startsWith(start) && name.endsWith(end))
    return names.map((name) => join(dirname(path), name))
  }
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => join(path, name))
}

test.each([
  'replay',
  'signing oracle and cross-protocol confusion',
  'SIMulation and hotspots',
  'enumeration',
  'quota burning',
  'login CSRF',
  'consent forgery',
  'downgrade',
  'leaks',
  'weak algorithms',
])('the table names what is tried against the threat: %s', (threat) => {
  expect(rows.map(({ groups }) => groups?.threat)).toContain(threat)
})

test.each(rows.map(({ groups }) => [groups?.threat ?? '', groups?.where ?? ''] as const))(
  'what is tried against the threat is where the table says: %s',
  (_, where) => {
    const places = [...where.matchAll(/`([^`]+)`/g)].map(([, place = '']) => place)
    expect(places).not.toEqual([])
    for (const place of places) {
      const files = listFiles(place)
      expect([place, files.some((file) => HOLDS_TESTS.test(readFileSync(file, 'utf8')))]).toEqual([place, true])
    }
  },
)
