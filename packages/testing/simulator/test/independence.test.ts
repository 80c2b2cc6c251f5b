// The simulator is an independent oracle for the rest of this repository: it shares the shape of messages with it, but
// neither signing nor verification nor encryption.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import manifest from '../package.json'

const SOURCES = join(__dirname, '../src')
/** Paths, numbers and their masking, the names of codes and causes, how long a token is valid. */
const SHARED = [
  'CALLS',
  'CAUSE_ACTORS',
  'PATHS',
  'RETURN_CODES',
  'TOKEN_LIFETIMES_MS',
  'maskMsisdn',
  'maskMsisdnsIn',
  'parseMsisdn',
]
/** Bundled private packages, which know nothing of signing and encryption. */
const BUNDLED = ['@local-number/service-kit', '@local-number/simulator-contract']

const sources = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(SOURCES, name), 'utf8'))

/** The imported names without types. */
function listValues(names = ''): readonly string[] {
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '))
}

test('of this repository’s packages the simulator depends on the protocol alone', () => {
  expect(Object.keys(manifest.dependencies).filter((name) => name.startsWith('@local-number/'))).toEqual([
    '@local-number/protocol',
  ])
})

test('the simulator imports nothing but shapes, names and masking from the protocol', () => {
  const imports = sources.flatMap((source) => [
    ...source.matchAll(/import \{([^}]*)\} from '@local-number\/protocol(?:\/(?:masking|return-codes))?'/g),
  ])
  expect([...new Set(imports.flatMap(([, names]) => listValues(names)))].sort()).toEqual(SHARED)
  const paths = sources.flatMap((source) => [...source.matchAll(/^(?! \*).*from '(@local-number\/[^']*)'/gm)])
  expect([...new Set(paths.map(([, path]) => path))].sort()).toEqual([
    '@local-number/protocol',
    '@local-number/protocol/masking',
    '@local-number/protocol/return-codes',
    ...BUNDLED,
  ])
})
