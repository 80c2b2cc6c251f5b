import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import * as entry from '../src/return-codes'

const SOURCE = resolve(__dirname, '../src')

/** The modules that a module pulls in, itself included. */
function findModules(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  const imports = readFileSync(`${file}.ts`, 'utf8').matchAll(/^[^ ].*from '([^']+)'/gm)
  for (const [, specifier = ''] of imports) findModules(resolve(dirname(file), specifier), seen)
  return seen
}

describe('the return-codes entry', () => {
  test('exports the registry and its look-ups', () => {
    expect(Object.keys(entry).sort()).toEqual([
      'ALL_RETURN_CODES',
      'CALLS',
      'CAUSE_ACTORS',
      'RETURN_CODES',
      'getVerifyCodes',
      'lookUp',
    ])
  })

  test('imports facts only: the advice stays out of client bundles', () => {
    const modules = [...findModules(resolve(SOURCE, 'return-codes'))]
    expect(modules.length).toBeGreaterThan(1)
    expect(modules.filter((file) => !file.startsWith(resolve(SOURCE, 'return-codes')))).toEqual([])
  })

  test('contains no prose', () => {
    expect(JSON.stringify(entry.RETURN_CODES)).toMatch(/^[ -~]+$/)
    for (const { causes } of entry.ALL_RETURN_CODES) for (const id of causes) expect(id).toMatch(/^[a-zA-Z0-9]+$/)
  })
})
