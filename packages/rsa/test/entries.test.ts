// What each entry point imports.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import manifest from '../package.json'

interface Graph {
  packages: string[]
  sources: string[]
}

/** Everything that is loaded with this file: the texts of our own files, and the names of all others. */
function collectImports(entry: string): Graph {
  const sources = new Map<string, string>()
  const packages = new Set<string>()
  const visit = (file: string) => {
    if (sources.has(file)) return
    const source = readFileSync(file, 'utf8')
    sources.set(file, source)
    for (const { fileName } of ts.preProcessFile(source).importedFiles) {
      if (fileName.startsWith('.')) visit(`${join(file, '..', fileName)}.ts`)
      else packages.add(fileName)
    }
  }
  visit(join(__dirname, '..', entry))
  return { packages: [...packages].sort(), sources: [...sources.values()] }
}

const readSource = (name: keyof typeof manifest.exports) => {
  const target = manifest.exports[name]
  return typeof target === 'string' ? target : target['@local-number/source']
}

test.each([
  ['.', []],
  ['./forge', ['node-forge']],
  ['./node', ['node:crypto', 'node:util', 'node:worker_threads']],
] as const)('the entry %s imports %j and no other package', (name, packages) => {
  expect(collectImports(readSource(name)).packages).toEqual(packages)
})

test.each(['.', './forge'] as const)('the entry %s imports nothing from Node', (name) => {
  const { sources } = collectImports(readSource(name))
  expect(sources.length).toBeGreaterThan(5)
  for (const source of sources) expect(source).not.toMatch(/\bBuffer\b|\bprocess\b|\brequire\(/)
})
