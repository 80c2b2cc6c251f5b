// Type-checks the documentation's TypeScript: every `ts` and `tsx` block is a module, and so is the script of a `vue`
// block; all in one run of the native compiler. A block whose first line names its path can be imported by the page's
// other blocks.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type CodeBlock, findCodeBlocks, type Page, ROOT } from './markdown'

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
    for (const { file, code } of snippets) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), code)
    }
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
    .map(takeScript)
    .filter(({ language }) => LANGUAGES.includes(language))
    .map(({ language, line, code }) => {
      const file = PATH.exec(code)?.[1] ?? `${line}.${language}`
      return { file: join(`${at}`, file), page: page.path, line, code }
    })
}

/** The first line of a block that is a file of its reader's app. */
const PATH = /^\/\/ ([\w./-]+\.tsx?)\n/

const SCRIPT = /^<!-- ([\w./-]+\.vue) -->\n([\s\S]*?<script setup lang="ts">\n)([\s\S]*?)^<\/script>$/m

/** Of a Vue component, the script alone: what its template uses is not checked. */
function takeScript(block: CodeBlock): CodeBlock {
  const [, path, before = '', script] = block.language === 'vue' ? (SCRIPT.exec(block.code) ?? []) : []
  if (script === undefined) return block
  // The path takes one line, as in the page.
  return { language: 'ts', line: block.line + before.split('\n').length - 1, code: `// ${path}.ts\n${script}` }
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
