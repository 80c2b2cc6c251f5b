// Reads the documentation: its pages, and the code blocks of a page.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const ROOT = join(__dirname, '..')

export interface Page {
  /** Relative to the root. */
  readonly path: string
  readonly text: string
}

export interface CodeBlock {
  readonly language: string
  /** The page's line on which the code begins, counted from 1. */
  readonly line: number
  readonly code: string
}

const README_FILES = ['README.md', 'README.zh.md']

/** @returns the Markdown pages of the root, docs, decisions, packages and apps */
export function readPages(): readonly Page[] {
  const list = (folder: string) =>
    readdirSync(join(ROOT, folder), { recursive: true }).map((name) => join(folder, `${name}`))
  const readmes = ['packages', 'packages/testing', 'apps'].flatMap((folder) =>
    readdirSync(join(ROOT, folder)).flatMap((name) => README_FILES.map((file) => join(folder, name, file))),
  )
  const candidates = [...readdirSync(ROOT), ...list('docs'), ...list('decisions'), ...readmes]
  return candidates.filter((path) => path.endsWith('.md')).flatMap(readPage)
}

/** @returns one page, or none if the file does not exist */
function readPage(path: string): readonly Page[] {
  try {
    return [{ path, text: readFileSync(join(ROOT, path), 'utf8') }]
  } catch {
    return []
  }
}

const FENCED = /^( *)```(\w*)\n([\s\S]*?)^\1```$/gm

export function findCodeBlocks({ text }: Page): readonly CodeBlock[] {
  return [...text.matchAll(FENCED)].map(({ index, 2: language = '', 3: code = '' }) => ({
    language,
    line: text.slice(0, index).split('\n').length + 1,
    code,
  }))
}
