// Type-checks the documentation's TypeScript: every `ts` and `tsx` block is a module, all in one run of the native
// compiler.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findCodeBlocks, type Page, ROOT } from './markdown'

const TSC = join(ROOT, 'node_modules/typescript-native/bin/tsc')
/** Declares the names that snippets may use without an import. */
const NAMES = join(ROOT, 'docs/snippets.d.ts')
const LANGUAGES: readonly string[] = ['ts', 'tsx']

interface Snippet {
  /** In the folder that is checked. */
  readonly file: string
  readonly page: string
  readonly line: number
  readonly code: string
}

/** @returns the type errors in the pages' snippets as `page:line message` */
export function findProblems(pages: readonly Page[]): readonly string[] {
  const snippets = pages.flatMap(findSnippets)
  // Inside the repository, so that packages and types are found as usual.
  mkdirSync(join(ROOT, 'reports'), { recursive: true })
  const folder = mkdtempSync(join(ROOT, 'reports/snippets-'))
  try {
    for (const { file, code } of snippets) writeFileSync(join(folder, file), code)
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(createConfig()))
    const { stdout } = spawnSync(process.execPath, [TSC, '--pretty', 'false', '--project', folder], {
      cwd: folder,
      encoding: 'utf8',
    })
    return stdout.split('\n').flatMap((line) => toProblem(line, snippets))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function findSnippets(page: Page, at: number): readonly Snippet[] {
  return findCodeBlocks(page)
    .filter(({ language }) => LANGUAGES.includes(language))
    .map(({ language, line, code }) => ({ file: `${at}-${line}.${language}`, page: page.path, line, code }))
}

/** The repository's options, with a browser's types. */
function createConfig(): object {
  return {
    extends: join(ROOT, 'tsconfig.json'),
    compilerOptions: { lib: ['ES2022', 'DOM', 'DOM.Iterable'], moduleDetection: 'force', target: 'ES2022' },
    include: ['.'],
    files: [NAMES],
  }
}

/** From `3-12.ts(4,7): error TS2304: …`; of a message over several lines the first counts. */
function toProblem(line: string, snippets: readonly Snippet[]): readonly string[] {
  const [, file, row, message] = /^(.+)\((\d+),\d+\): error TS\d+: (.*)$/.exec(line) ?? []
  if (!file) return line.startsWith('error') ? [line] : []
  const snippet = snippets.find((each) => each.file === file)
  if (!snippet) return [line]
  return [`${snippet.page}:${snippet.line + Number(row) - 1} ${message}`]
}
