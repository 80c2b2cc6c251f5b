// The simulator is an independent oracle: what it reads and judges on the wire, it reads and judges with code of its own.
// Were it to share the protocol's composers and parsers, one mistake in them would pass on both sides.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type * as protocol from '@local-number/protocol'
import ts from 'typescript'

const SOURCE = join(__dirname, '../src')

const NOT_SHARED = [
  'composePreSign',
  'parsePreSign',
  'formatExpandParams',
  'parseExpandParams',
  'formatTimestamp',
  'parseTimestamp',
  'clockSkewAtBestOffset',
] as const satisfies readonly (keyof typeof protocol)[]

interface Import {
  readonly from: string
  /** `*` for everything at once, which could hide a name. */
  readonly names: readonly string[]
}

/** What a module imports or passes on, by the names that the other side gives it. */
function importsOf(file: string): Import[] {
  const module = ts.createSourceFile(file, readFileSync(join(SOURCE, file), 'utf8'), ts.ScriptTarget.Latest)
  return module.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return []
    if (!statement.moduleSpecifier || !ts.isStringLiteral(statement.moduleSpecifier)) return []
    const bindings = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : statement.exportClause
    const elements = bindings && 'elements' in bindings ? bindings.elements : undefined
    const names = elements?.map(({ propertyName, name }) => (propertyName ?? name).text) ?? ['*']
    return [{ from: statement.moduleSpecifier.text, names }]
  })
}

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
const ofTheHouse = files.flatMap(importsOf).filter(({ from }) => from.startsWith('@local-number/'))

test('the simulator takes names, addresses and shapes from the protocol, and from no other package of the house', () => {
  expect(ofTheHouse.length).toBeGreaterThan(0)
  for (const { from } of ofTheHouse) expect(from).toMatch(/^@local-number\/protocol(\/|$)/)
})

test('each by its name, so that none comes in unseen', () => {
  expect(ofTheHouse.flatMap(({ names }) => names)).not.toContain('*')
  for (const file of files) expect(readFileSync(join(SOURCE, file), 'utf8')).not.toMatch(/\b(?:require|import)\(/)
})

test.each(NOT_SHARED)('and never %s', (name) => {
  expect(ofTheHouse.flatMap(({ names }) => names)).not.toContain(name)
})
