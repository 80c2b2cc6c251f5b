// What the package promises as a whole: it stands alone, and the texts of the advice stay in the entry that is for
// them.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import ts from 'typescript'
import manifest from '../package.json'
import { ADVICE } from '../src/advice'

const ROOT = resolve(__dirname, '..')

/** The modules that a module loads: by import, export from, require or import(). */
const findImports = (text: string): string[] =>
  ts.preProcessFile(text, true, true).importedFiles.map((file) => file.fileName)

/** Every sentence of the advice, in every language. */
function sentences(value: unknown = ADVICE): string[] {
  return typeof value === 'string' ? [value] : Object.values(value as object).flatMap(sentences)
}

describe('the sources', () => {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  )

  test.each(files)('%s imports only files of this package', (file) => {
    const imports = findImports(readFileSync(join(ROOT, 'src', file), 'utf8'))
    const outside = imports.filter(
      (name) => !resolve(ROOT, 'src', file, '..', name).startsWith(`${join(ROOT, 'src')}/`),
    )
    expect(outside).toEqual([])
    expect(imports.filter((name) => !name.startsWith('.'))).toEqual([])
  })

  test('need no dependency in the manifest', () => {
    const wanted = Object.keys(manifest).filter((key) => /dependencies$/i.test(key))
    expect(wanted).toEqual([])
  })
})

describe('the built entries', () => {
  const dist = mkdtempSync(join(tmpdir(), 'protocol-'))

  beforeAll(() => {
    const tsup = require.resolve('tsup/dist/cli-default.js')
    execFileSync(process.execPath, [tsup, '--no-dts', '--silent', '--out-dir', dist], { cwd: ROOT, stdio: 'pipe' })
  }, 60_000)
  afterAll(() => rmSync(dist, { recursive: true }))

  /** An entry with the chunks it loads, its escaped characters written out. */
  function loaded(file: string, seen = new Set<string>()): string {
    if (seen.has(file)) return ''
    seen.add(file)
    const text = readFileSync(join(dist, file), 'utf8')
    const own = text.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    return (
      own +
      findImports(text)
        .map((name) => loaded(name, seen))
        .join('')
    )
  }
  const adviceIn = (file: string) => sentences().filter((sentence) => loaded(file).includes(sentence))

  test.each(['js', 'cjs'])('contain all of the advice in advice.%s', (extension) => {
    expect(adviceIn(`advice.${extension}`)).toEqual(sentences())
  })

  test.each(['index.js', 'index.cjs', 'return-codes.js', 'return-codes.cjs'])(
    'contain none of the advice in %s',
    (file) => {
      // Words like `user` are names in the code as well as texts; a sentence has a space or is Chinese.
      expect(adviceIn(file).filter((text) => /[ \p{sc=Han}]/u.test(text))).toEqual([])
    },
  )

  test.each(['return-codes.js', 'return-codes.cjs'])('contain no Chinese outside comments in %s', (file) => {
    const code = ts.transpile(loaded(file), { removeComments: true, target: ts.ScriptTarget.ES2018 })
    expect(code).not.toMatch(/\p{sc=Han}/u)
  })
})
