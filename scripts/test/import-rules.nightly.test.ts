// A tool keeps the import rules, so the tool itself is tested: a small repository that breaks a rule must fail.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'

const ROOT = join(__dirname, '../..')

interface Violation {
  readonly from: string
  readonly to: string
  readonly rule: { readonly name: string }
}

/** Lints a small repository with the real rules: `file → rule` for each rule that a file breaks. */
function findViolations(files: Readonly<Record<string, string>>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'local-number-import-rules-'))
  try {
    writeFileSync(join(folder, 'tsconfig.json'), '{}')
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    const cruise = join(ROOT, 'node_modules/.bin/depcruise')
    const config = join(ROOT, '.dependency-cruiser.cjs')
    const { stdout } = spawnSync(cruise, ['--config', config, '--output-type', 'json', 'packages'], {
      cwd: folder,
      encoding: 'utf8',
    })
    const { summary } = JSON.parse(stdout) as { summary: { violations: readonly Violation[] } }
    return summary.violations.map(({ from, rule }) => `${from} → ${rule.name}`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const index = (workspace: string) => `${workspace}/src/index.ts`
const importing = (what: string) => `import '${what}'\n`

test('a repository that keeps the rules passes', () => {
  const files = {
    [index('packages/protocol')]: "export const value = 'value'\n",
    [index('packages/jssdk')]: importing('../../protocol/src/index'),
    [index('packages/login')]: importing('../../jssdk/src/index'),
    [index('packages/taro')]: importing('../../login/src/index'),
    [index('packages/testing/simulator-contract')]: importing('../../../protocol/src/index'),
    [index('packages/testing/console')]: importing('../../simulator-contract/src/index'),
    [index('packages/testing/simulator')]: importing('../../simulator-contract/src/index'),
  }
  expect(findViolations(files)).toEqual([])
})

/** Workspace, what one of its files imports, and the rule that this breaks. Workspaces are named from the root. */
const BROKEN = [
  ['packages/jssdk', 'packages/login', 'packages/jssdk-layer'],
  ['packages/login', 'packages/taro', 'packages/login-layer'],
  ['packages/taro', 'packages/server', 'packages/taro-layer'],
  ['packages/rsa', 'packages/protocol', 'packages/rsa-layer'],
  ['packages/service-kit', 'packages/protocol', 'packages/service-kit-layer'],
  ['packages/server', 'packages/testing/simulator', 'packages/server-layer'],
  ['packages/server', 'packages/testing/simulator', 'product-without-testing'],
  ['packages/testing/simulator', 'packages/rsa', 'packages/testing/simulator-layer'],
  ['packages/testing/simulator', 'packages/testing/console', 'packages/testing/simulator-layer'],
  ['packages/testing/console', 'packages/testing/simulator', 'packages/testing/console-layer'],
  ['packages/testing/simulator-contract', 'packages/testing/simulator', 'packages/testing/simulator-contract-layer'],
  ['packages/testing/conformance', 'packages/server', 'packages/testing/conformance-layer'],
  ['packages/testing/weapp-runtime', 'packages/protocol', 'packages/testing/weapp-runtime-layer'],
  ['packages/protocol', 'node:fs', 'protocol-imports-nothing'],
  ['packages/protocol', 'zod', 'protocol-imports-nothing'],
  ['packages/jssdk', 'node:crypto', 'client-without-node'],
  ['packages/login', 'react', 'login-is-headless'],
  ['packages/login', 'zustand', 'the-login-store-is-vanilla'],
  ['packages/server', './missing', 'nothing-unresolved'],
] as const

describe('in a repository that breaks the rules', () => {
  const pathAt = (at: number) => `${BROKEN[at]?.[0]}/src/broken-${at}.ts`
  const workspaces = [...new Set(BROKEN.flat().filter((name) => name.startsWith('packages/')))]
  const toSpecifier = (from: string, to: string) =>
    to.startsWith('packages/') ? relative(`${from}/src`, `${to}/src/index`) : to
  let found: string[] = []
  beforeAll(() => {
    found = findViolations({
      ...Object.fromEntries(workspaces.map((name) => [index(name), "export const value = 'value'\n"])),
      ...Object.fromEntries(BROKEN.map(([from, to], at) => [pathAt(at), importing(toSpecifier(from, to))])),
      'packages/server/src/one.ts': importing('./two'),
      'packages/server/src/two.ts': importing('./one'),
      'packages/testing/console/src/one.ts': importing('./two'),
      'packages/testing/console/src/two.ts': importing('./one'),
    })
  })

  test.each(BROKEN.map(([from, to, rule], at) => ({ from, to, rule, at })))(
    '$from that imports $to breaks $rule',
    ({ rule, at }) => {
      expect(found).toContain(`${pathAt(at)} → ${rule}`)
    },
  )

  test.each(['packages/server', 'packages/testing/console'])('an import cycle in %s is found', (workspace) => {
    expect(found).toContain(`${workspace}/src/one.ts → no-cycles`)
  })
})
