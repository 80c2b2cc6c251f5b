// Which files of a compiled WeChat mini-program nothing leads to, and which references lead nowhere.
import { posix } from 'node:path'
import type { Files } from './files'

/** What WeChat and DevTools open by themselves. */
const ROOTS = ['app.js', 'app.json', 'app.wxss', 'project.config.json']

interface Reference {
  readonly path: string
  readonly optional?: boolean
}

/** A page or component, by its path without an extension. */
const parts = (path: string): Reference[] => [
  { path: `${path}.js` },
  { path: `${path}.wxml` },
  { path: `${path}.json`, optional: true },
  { path: `${path}.wxss`, optional: true },
]

const each = (pattern: RegExp, extension = '') => {
  return (text: string): Reference[] =>
    [...text.matchAll(pattern)].map(([, path = '']) => ({ path: path.endsWith(extension) ? path : path + extension }))
}

interface Configuration {
  readonly pages?: readonly string[]
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[]
  readonly usingComponents?: Readonly<Record<string, string>>
  readonly sitemapLocation?: string
}

function referencesOfJson(text: string): Reference[] {
  const { pages = [], subPackages = [], usingComponents = {}, sitemapLocation }: Configuration = JSON.parse(text)
  return [
    ...[
      ...pages,
      ...subPackages.flatMap(({ root, pages }) => pages.map((page) => posix.join(root, page))),
      ...Object.values(usingComponents).filter((path) => !path.includes('://')),
    ].flatMap(parts),
    ...(sitemapLocation ? [{ path: sitemapLocation }] : []),
  ]
}

const REFERENCES: Readonly<Record<string, (text: string) => Reference[]>> = {
  '.json': referencesOfJson,
  '.js': each(/\brequire\("([./][^"]*)"\)/g, '.js'),
  '.wxml': each(/<(?:import|include|wxs)\b[^>]*?\ssrc="([^"]+)"/g),
  '.wxss': each(/@import\s*(?:url\()?["']([^"']+)["']/g),
  '.wxs': each(/\brequire\(["']([./][^"']*)["']\)/g),
}

/** Everything against the references within a build, one sentence each. */
export function brokenReferences(files: Files): string[] {
  const reached = new Set<string>()
  const complaints: string[] = []
  const visit = (path: string) => {
    if (reached.has(path)) return
    reached.add(path)
    const text = files.get(path)?.toString('utf8') ?? ''
    for (const to of REFERENCES[posix.extname(path)]?.(text) ?? []) {
      const target = resolve(path, to.path)
      if (files.has(target)) visit(target)
      else if (!to.optional) complaints.push(`${path} refers to ${target}, which is missing`)
    }
  }
  ROOTS.filter((path) => files.has(path)).forEach(visit)
  const texts = [...reached].map((path) => files.get(path)?.toString('utf8') ?? '')
  const isNamed = (path: string) => texts.some((text) => text.includes(`${path}"`) || text.includes(`${path}'`))
  for (const path of files.keys()) {
    // Images and the like are named by what is reached.
    const used = reached.has(path) || (!(posix.extname(path) in REFERENCES) && isNamed(path))
    if (!used) complaints.push(`nothing refers to ${path}`)
  }
  return complaints
}

const resolve = (from: string, to: string) => (to.startsWith('/') ? to.slice(1) : posix.join(posix.dirname(from), to))
