// The simulator judges the rest of this repository: it may know what a message looks like, and nothing of how one is
// signed, checked or encrypted elsewhere.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import manifest from '../package.json'

const SOURCES = join(__dirname, '../src')
/** Paths, lines, numbers and how they are masked, the names of codes; types beside them. */
const SHARED = ['CALLS', 'PATHS', 'RETURN_CODES', 'maskMsisdn', 'parseMsisdn']

const sources = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(SOURCES, name), 'utf8'))

const values = (names = '') =>
  names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '))

test('of the house it depends on the protocol alone', () => {
  expect(Object.keys(manifest.dependencies).filter((name) => name.startsWith('@local-number/'))).toEqual([
    '@local-number/protocol',
  ])
})

test('and shares no more than shapes with it', () => {
  const imports = sources.flatMap((source) => [
    ...source.matchAll(/import \{([^}]*)\} from '@local-number\/protocol(?:\/return-codes)?'/g),
  ])
  expect([...new Set(imports.flatMap(([, names]) => values(names)))].sort()).toEqual(SHARED)
  const paths = sources.flatMap((source) => [...source.matchAll(/from '(@local-number\/[^']*)'/g)])
  expect(new Set(paths.map(([, path]) => path))).toEqual(
    new Set(['@local-number/protocol', '@local-number/protocol/return-codes']),
  )
})
