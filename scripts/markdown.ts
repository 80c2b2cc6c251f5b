// The documentation as data: its pages, and the code blocks, headings and links of a page.
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

/** Every page that people read. */
export function pages(): readonly Page[] {
  const below = (folder: string) =>
    readdirSync(join(ROOT, folder), { recursive: true }).map((name) => join(folder, `${name}`))
  const readMes = ['packages', 'apps'].flatMap((folder) =>
    readdirSync(join(ROOT, folder)).map((name) => join(folder, name, 'README.md')),
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

/** The anchors that GitHub gives the headings of a page. */
export function anchors({ text }: Page): ReadonlySet<string> {
  const found = new Set<string>()
  for (const [, heading = ''] of withoutCode(text).matchAll(/^#{1,6} (.+)$/gm)) {
    const base = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{Nd}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-')
    let anchor = base
    for (let again = 1; found.has(anchor); again += 1) anchor = `${base}-${again}`
    found.add(anchor)
  }
  return found
}

/** The targets of links and images, as they are written. */
export function links({ text }: Page): readonly string[] {
  const plain = withoutCode(text).replace(/`[^`\n]*`/g, '')
  return [...plain.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
}

function withoutCode(text: string): string {
  return text.replace(FENCED, '')
}
