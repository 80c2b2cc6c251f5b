// Writes src/wx/api-names.ts, the members of WeChat's `wx` by its own typings. Run `npm run api-names` after an update
// of them.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

export function readApiNames(): string[] {
  const file = createRequire(import.meta.url).resolve('miniprogram-api-typings/types/wx/lib.wx.api.d.ts')
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)
  const names = new Set<string>()
  const visit = (node: ts.Node): void => {
    if (ts.isInterfaceDeclaration(node) && node.name.text === 'Wx') {
      for (const { name } of node.members) if (name && ts.isIdentifier(name)) names.add(name.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return [...names].sort()
}

export function createApiNamesFile(): string {
  return `// Made by scripts/api-names.ts from miniprogram-api-typings: every member of WeChat's \`wx\`.
export const API_NAMES: readonly string[] =
  '${readApiNames().join(' ')}'.split(' ')
`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('../src/wx/api-names.ts', import.meta.url), createApiNamesFile())
}
