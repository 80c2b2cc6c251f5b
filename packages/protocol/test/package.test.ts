// What the package promises as a whole: it stands alone, and the texts of the advice stay in the entry that is for
// them. That sources import nothing else is a rule of .dependency-cruiser.cjs.
import { join } from 'node:path'
import { buildSync, type Format } from 'esbuild'
import manifest from '../package.json'
import { ADVICE } from '../src/advice'

const SOURCES = join(__dirname, '../src')
const FORMATS: readonly Format[] = ['esm', 'cjs']

/** Every sentence of the advice, in every language. */
function listSentences(value: unknown = ADVICE): string[] {
  return typeof value === 'string' ? [value] : Object.values(value as object).flatMap(listSentences)
}

/** An entry with everything it loads, as tsup builds it. */
function bundle(entry: string, format: Format): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(SOURCES, `${entry}.ts`)],
    bundle: true,
    format,
    target: 'es2018',
    charset: 'utf8',
    write: false,
  })
  // esbuild names each module in a comment.
  return (outputFiles[0]?.text ?? '').replace(/^\/\/ .*$/gm, '')
}

function findAdvice(entry: string, format: Format): string[] {
  const text = bundle(entry, format)
  return listSentences().filter((sentence) => text.includes(sentence))
}

test('the manifest has no dependencies', () => {
  expect(Object.keys(manifest).filter((key) => /dependencies$/i.test(key))).toEqual([])
})

describe.each(FORMATS)('the entries as %s', (format) => {
  test('advice contains all of the advice', () => {
    expect(findAdvice('advice', format)).toEqual(listSentences())
  })

  test.each(['index', 'return-codes'])('%s contains none of the advice', (entry) => {
    expect(bundle(entry, format)).not.toBe('')
    // Words like `user` are names in the code as well as texts; a sentence has a space or is Chinese.
    expect(findAdvice(entry, format).filter((text) => /[ \p{sc=Han}]/u.test(text))).toEqual([])
  })

  test('return-codes contains no Chinese', () => {
    expect(bundle('return-codes', format)).not.toMatch(/\p{sc=Han}/u)
  })
})
