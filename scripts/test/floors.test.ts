// The floors are kept by a tool, so the tool itself is tested: a house with one stair in the wrong direction must fail.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const ROOT = join(__dirname, '../..')

interface Violation {
  readonly from: string
  readonly to: string
  readonly rule: { readonly name: string }
}

/** A little house in a folder of its own, linted with the real rules: `from → rule` for each that it breaks. */
function violations(files: Readonly<Record<string, string>>): string[] {
  const house = mkdtempSync(join(tmpdir(), 'local-number-floors-'))
  writeFileSync(join(house, 'tsconfig.json'), '{}')
  symlinkSync(join(ROOT, 'node_modules'), join(house, 'node_modules'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, path)), { recursive: true })
    writeFileSync(join(house, path), text)
  }
  const cruise = join(ROOT, 'node_modules/.bin/depcruise')
  const config = join(ROOT, '.dependency-cruiser.cjs')
  const { stdout } = spawnSync(cruise, ['--config', config, '--output-type', 'json', 'packages'], {
    cwd: house,
    encoding: 'utf8',
  })
  const { summary } = JSON.parse(stdout) as { summary: { violations: readonly Violation[] } }
  return summary.violations.map(({ from, rule }) => `${from} → ${rule.name}`)
}

const INDEX = (name: string) => `packages/${name}/src/index.ts`
const importing = (what: string) => `import '${what}'\n`

test('a house in order passes', () => {
  const files = {
    [INDEX('protocol')]: "export const here = 'here'\n",
    [INDEX('jssdk')]: importing('../../protocol/src/index'),
    [INDEX('login')]: importing('../../jssdk/src/index'),
    [INDEX('taro')]: importing('../../login/src/index'),
  }
  expect(violations(files)).toEqual([])
})

/** Each is a file of its own in one crooked house. */
const CROOKED = [
  ['jssdk', '../../login/src/index', 'packages-jssdk-floor'],
  ['login', '../../taro/src/index', 'packages-login-floor'],
  ['taro', '../../server/src/index', 'packages-taro-floor'],
  ['rsa', '../../protocol/src/index', 'packages-rsa-floor'],
  ['server', '../../simulator/src/index', 'packages-server-floor'],
  ['simulator', '../../rsa/src/index', 'packages-simulator-floor'],
  ['protocol', 'node:fs', 'protocol-imports-nothing'],
  ['protocol', 'zod', 'protocol-imports-nothing'],
  ['jssdk', 'node:crypto', 'client-without-node'],
  ['login', 'react', 'login-is-headless'],
  ['login', 'zustand', 'the-login-store-is-vanilla'],
  ['server', './nowhere', 'nothing-unresolved'],
] as const

describe('a crooked house', () => {
  const nameOf = (at: number) => `packages/${CROOKED[at]?.[0]}/src/crooked-${at}.ts`
  const rooms = ['protocol', 'rsa', 'jssdk', 'login', 'taro', 'server', 'simulator']
  let found: string[] = []
  beforeAll(() => {
    found = violations({
      ...Object.fromEntries(rooms.map((room) => [INDEX(room), "export const here = 'here'\n"])),
      ...Object.fromEntries(CROOKED.map(([, what], at) => [nameOf(at), importing(what)])),
      'packages/server/src/one.ts': importing('./two'),
      'packages/server/src/two.ts': importing('./one'),
    })
  })

  test.each(CROOKED.map((each, at) => [...each, at] as const))(
    '%s importing %s breaks %s',
    (_room, _what, rule, at) => {
      expect(found).toContain(`${nameOf(at)} → ${rule}`)
    },
  )

  test('a circle is found', () => {
    expect(found).toContain('packages/server/src/one.ts → no-cycles')
  })
})
