// A missing translation must not compile. The compiler itself is asked, over small modules that exist only here.
import { resolve } from 'node:path'
import ts from 'typescript'

const HERE = resolve(__dirname)

const MODULES = {
  whole: `export const codes: Advice['codes'] = ADVICE.en.codes`,
  withoutRow: `const { 'verify.120020': _, ...rest } = ADVICE.en.codes
    export const codes: Advice['codes'] = rest`,
  withoutCause: `const { tokenReused: _, ...rest } = ADVICE.en.causes
    export const causes: Advice['causes'] = rest`,
  withoutRemedy: `export const codes: Advice['codes'] = { ...ADVICE.en.codes, 'verify.120020': { meaning: 'text' } }`,
  withoutLanguage: `export const all: typeof ADVICE = { 'zh-CN': ADVICE['zh-CN'] }`,
  strayRow: `export const codes: Advice['codes'] = { ...ADVICE.en.codes, 'verify.777777': { meaning: '', remedy: '' } }`,
} as const

const toFileName = (name: string): string => `${HERE}/${name}.virtual.ts`

/** One program over all the modules: what the compiler says of each. */
function compile(): (name: keyof typeof MODULES) => string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    lib: ['lib.es2020.d.ts'],
    types: [],
    target: ts.ScriptTarget.ES2020,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  }
  const host = ts.createCompilerHost(options)
  const virtual = new Map(
    Object.entries(MODULES).map(([name, text]) => [
      toFileName(name),
      `import { ADVICE, type Advice } from '../../src/advice'\n${text}\nexport type Used = Advice\n`,
    ]),
  )
  const { fileExists, readFile, getSourceFile } = host
  host.fileExists = (file) => virtual.has(file) || fileExists(file)
  host.readFile = (file) => virtual.get(file) ?? readFile(file)
  host.getSourceFile = (file, version, ...rest) => {
    const text = virtual.get(file)
    return text === undefined ? getSourceFile(file, version, ...rest) : ts.createSourceFile(file, text, version)
  }
  const program = ts.createProgram([...virtual.keys()], options, host)
  return (name) =>
    program
      .getSemanticDiagnostics(program.getSourceFile(toFileName(name)))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}

describe('the compiler', () => {
  const findErrors = compile()

  test('accepts the complete record', () => {
    expect(findErrors('whole')).toEqual([])
  })

  test.each([
    ['withoutRow', /'"verify.120020"' is missing/],
    ['withoutCause', /'tokenReused' is missing/],
    ['withoutRemedy', /'remedy' is missing/],
    ['withoutLanguage', /'en' is missing/],
    ['strayRow', /'verify.777777'' does not exist/],
  ] as const)('refuses a record %s', (name, complaint) => {
    expect(findErrors(name)).toEqual([expect.stringMatching(complaint)])
  })
})
