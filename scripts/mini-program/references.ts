// Finds the files of a compiled WeChat mini-program that are never referred to, and references to missing files.
import { posix } from 'node:path'
import { type Files, readText } from './files'

/** Files that WeChat and DevTools open without a reference. */
const ROOTS = ['app.js', 'app.json', 'app.wxss', 'project.config.json']

interface Reference {
  readonly path: string
  readonly optional?: boolean
}

/** Lists the files of a page or component, by its path without extension. */
function listParts(path: string): Reference[] {
  return [
    { path: `${path}.js` },
    { path: `${path}.wxml` },
    { path: `${path}.json`, optional: true },
    { path: `${path}.wxss`, optional: true },
  ]
}

/** @param extension is added to paths without it */
function createMatcher(pattern: RegExp, extension = '') {
  return (text: string): Reference[] =>
    [...text.matchAll(pattern)].map(([, path = '']) => ({ path: path.endsWith(extension) ? path : path + extension }))
}

interface Configuration {
  readonly pages?: readonly string[]
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[]
  readonly usingComponents?: Readonly<Record<string, string>>
  readonly sitemapLocation?: string
  /** The variables of dark mode. */
  readonly themeLocation?: string
}

function readJsonReferences(text: string): Reference[] {
  const configuration: Configuration = JSON.parse(text)
  const { pages = [], subPackages = [], usingComponents = {}, sitemapLocation, themeLocation } = configuration
  return [
    ...[
      ...pages,
      ...subPackages.flatMap(({ root, pages }) => pages.map((page) => posix.join(root, page))),
      ...Object.values(usingComponents).filter((path) => !path.includes('://')),
    ].flatMap(listParts),
    ...[sitemapLocation, themeLocation].flatMap((path) => (path ? [{ path }] : [])),
  ]
}

const REFERENCES: Readonly<Record<string, (text: string) => Reference[]>> = {
  '.json': readJsonReferences,
  '.js': createMatcher(/\brequire\("([./][^"]*)"\)/g, '.js'),
  '.wxml': createMatcher(/<(?:import|include|wxs)\b[^>]*?\ssrc="([^"]+)"/g),
  '.wxss': createMatcher(/@import\s*(?:url\()?["']([^"']+)["']/g),
  '.wxs': createMatcher(/\brequire\(["']([./][^"']*)["']\)/g),
}

/** Finds what is wrong with the references within a build, one sentence each. */
export function findReferenceProblems(files: Files): string[] {
  const reached = new Set<string>()
  const problems: string[] = []
  const visit = (path: string) => {
    if (reached.has(path)) return
    reached.add(path)
    for (const to of REFERENCES[posix.extname(path)]?.(readText(files, path)) ?? []) {
      const target = resolve(path, to.path)
      if (files.has(target)) visit(target)
      else if (!to.optional) problems.push(`${path} refers to ${target}, which is missing`)
    }
  }
  ROOTS.filter((path) => files.has(path)).forEach(visit)
  const texts = [...reached].map((path) => readText(files, path))
  const isNamed = (path: string) => texts.some((text) => text.includes(`${path}"`) || text.includes(`${path}'`))
  for (const path of files.keys()) {
    // Images and similar files count as used if a reached file names them.
    const used = reached.has(path) || (!(posix.extname(path) in REFERENCES) && isNamed(path))
    if (!used) problems.push(`no file refers to ${path}`)
  }
  return problems
}

function resolve(from: string, to: string): string {
  return to.startsWith('/') ? to.slice(1) : posix.join(posix.dirname(from), to)
}
