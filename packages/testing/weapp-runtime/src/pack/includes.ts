// `<include>`: the other file's code replaces the tag and sees what is defined there, e.g. the WXS modules.
import { posix } from 'node:path'
import { INLINE_WXS } from './markup'

type Files = Readonly<Record<string, string>>

/** Replaces the includes of every template. A missing file, or one that includes itself, stays as a tag. */
export function inlineIncludes(wxml: Files): Files {
  return Object.fromEntries(Object.keys(wxml).map((path) => [path, inlineFile(path, wxml, [])]))
}

const INCLUDE = /<include\b([^>]*?)\bsrc\s*=\s*["']([^"']+)["']([^>]*?)(?:\/>|>\s*<\/include>)/g

/** @param includers the files that led here */
function inlineFile(path: string, wxml: Files, includers: readonly string[]): string {
  return (wxml[path] ?? '').replace(INCLUDE, (tag: string, before: string, src: string, after: string) => {
    const target = resolveFromRoot(path, src).replace(/\.wxml$/, '')
    if (wxml[target] === undefined || target === path || includers.includes(target)) return tag
    const included = inlineFile(target, wxml, [...includers, path])
    // The tag's conditions apply to everything that replaces it.
    return `<block${before}${after}>${toIncluded(included, target)}</block>`
  })
}

/** Removes templates and WXS, which WeChat does not include, and makes import paths absolute. */
function toIncluded(source: string, path: string): string {
  return source
    .replace(INLINE_WXS, '')
    .replace(/<wxs\b[^>]*\/>/g, '')
    .replace(/<template\b[^>]*\bname\s*=[\s\S]*?<\/template>/g, '')
    .replace(
      /(<import\b[^>]*?\bsrc\s*=\s*["'])([^"']+)/g,
      (_, tag: string, src: string) => `${tag}/${resolveFromRoot(path, src)}`,
    )
}

/** Resolves a path, as a template writes it, from the root of the package. */
export function resolveFromRoot(from: string, src: string): string {
  return src.startsWith('/') ? src.slice(1) : posix.join(posix.dirname(from), src)
}
