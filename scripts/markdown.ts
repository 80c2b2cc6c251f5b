// The documentation as data: its pages, and the code blocks of a page.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const ROOT = join(__dirname, '..')

export interface Page {
  /** From the root, with slashes. */
  readonly path: string
  readonly text: string
}

export interface CodeBlock {
  readonly language: string
  /** The line of the page on which the code begins, from 1. */
  readonly line: number
  readonly code: string
}

const README_FILES = ['README.md', 'README.zh.md']

/** Every page that people read. */
export function pages(): readonly Page[] {
  const below = (folder: string) =>
    readdirSync(join(ROOT, folder), { recursive: true }).map((name) => join(folder, `${name}`))
  const readMes = ['packages', 'packages/testing', 'apps'].flatMap((folder) =>
    readdirSync(join(ROOT, folder)).flatMap((name) => README_FILES.map((file) => join(folder, name, file))),
  )
  const candidates = [...readdirSync(ROOT), ...below('docs'), ...below('decisions'), ...readMes]
  return candidates.filter((path) => path.endsWith('.md')).flatMap(pageAt)
}

/** One page, or none when there is no such file. */
function pageAt(path: string): readonly Page[] {
  try {
    return [{ path, text: readFileSync(join(ROOT, path), 'utf8') }]
  } catch {
    return []
  }
}

const FENCED = /^( *)```(\w*)\n([\s\S]*?)^\1```$/gm

export function codeBlocks({ text }: Page): readonly CodeBlock[] {
  return [...text.matchAll(FENCED)].map(({ index, 2: language = '', 3: code = '' }) => ({
    language,
    line: text.slice(0, index).split('\n').length + 1,
    code,
  }))
}
