// Type-checks the documentation's TypeScript: every `ts` and `tsx` block is a module next to its page, all
// in one program.
import { basename, dirname, join } from 'node:path'
import ts from 'typescript'
import { findCodeBlocks, type Page, ROOT } from './markdown'

/** Declares the names that snippets may use without an import. */
const NAMES = join(ROOT, 'docs/snippets.d.ts')
const LANGUAGES: readonly string[] = ['ts', 'tsx']

/** @returns the type errors in the pages' snippets as `page:line message` */
export function findProblems(pages: readonly Page[]): readonly string[] {
  const snippets = new Map(pages.flatMap(findSnippets))
  const options = readCompilerOptions()
  const program = ts.createProgram({
    rootNames: [NAMES, ...snippets.keys()],
    options,
    host: createHost(snippets, options),
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

/** @returns the page's snippets by file name; the files exist only in the program */
function findSnippets(page: Page): ReadonlyArray<readonly [string, Snippet]> {
  return findCodeBlocks(page)
    .filter(({ language }) => LANGUAGES.includes(language))
    .map(({ language, line, code }) => [
      join(ROOT, dirname(page.path), `${basename(page.path)}.${line}.${language}`),
      { page: page.path, line, code },
    ])
}

/** The repository's options, which resolve workspace packages to their sources, plus the browser's types. */
function readCompilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT)
  return {
    ...options,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    moduleDetection: ts.ModuleDetectionKind.Force,
    target: ts.ScriptTarget.ES2022,
  }
}

function createHost(snippets: ReadonlyMap<string, Snippet>, options: ts.CompilerOptions): ts.CompilerHost {
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
