// Type-checks the documentation's TypeScript: every `ts` and `tsx` block is a module beside its page, all in one program.
import { basename, dirname, join } from 'node:path'
import ts from 'typescript'
import { codeBlocks, type Page, ROOT } from './markdown'

/** What a snippet may use without declaring it. */
const NAMES = join(ROOT, 'docs/snippets.d.ts')
const LANGUAGES: readonly string[] = ['ts', 'tsx']

/** @returns what is wrong with the pages' snippets, one `page:line message` each */
export function problemsIn(pages: readonly Page[]): readonly string[] {
  const snippets = new Map(pages.flatMap(snippetsOf))
  const options = compilerOptions()
  const program = ts.createProgram({
    rootNames: [NAMES, ...snippets.keys()],
    options,
    host: hostWith(snippets, options),
  })
  return [...snippets].flatMap(([name, { page, line }]) => {
    const source = program.getSourceFile(name)
    const diagnostics = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
    return diagnostics.map(({ start = 0, messageText }) => {
      const at = line + (source?.getLineAndCharacterOfPosition(start).line ?? 0)
      return `${page}:${at} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
    })
  })
}

interface Snippet {
  readonly page: string
  readonly line: number
  readonly code: string
}

/** By the name of a file that is nowhere but in the program. */
function snippetsOf(page: Page): ReadonlyArray<readonly [string, Snippet]> {
  return codeBlocks(page)
    .filter(({ language }) => LANGUAGES.includes(language))
    .map(({ language, line, code }) => [
      join(ROOT, dirname(page.path), `${basename(page.path)}.${line}.${language}`),
      { page: page.path, line, code },
    ])
}

/** Those of the repository, so that workspace packages are their sources; with a browser's types and React's JSX. */
function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT)
  return {
    ...options,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    moduleDetection: ts.ModuleDetectionKind.Force,
    target: ts.ScriptTarget.ES2022,
  }
}

function hostWith(snippets: ReadonlyMap<string, Snippet>, options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options)
  return {
    ...host,
    fileExists: (name) => snippets.has(name) || host.fileExists(name),
    readFile: (name) => snippets.get(name)?.code ?? host.readFile(name),
    getSourceFile: (name, languageVersion, ...rest) => {
      const snippet = snippets.get(name)
      return snippet
        ? ts.createSourceFile(name, snippet.code, languageVersion)
        : host.getSourceFile(name, languageVersion, ...rest)
    },
  }
}
