// `<include>`: the other file's code stands where the tag stands, and sees what is there, e.g. the WXS modules.
import { posix } from 'node:path'
import { INLINE_WXS } from './markup'

type Files = Readonly<Record<string, string>>

/** Every template with what it includes in place; what is missing or includes itself is left as it is. */
export function withIncludes(wxml: Files): Files {
  return Object.fromEntries(Object.keys(wxml).map((path) => [path, expanded(path, wxml, [])]))
}

const INCLUDE = /<include\b([^>]*?)\bsrc\s*=\s*["']([^"']+)["']([^>]*?)(?:\/>|>\s*<\/include>)/g

function expanded(path: string, wxml: Files, includers: readonly string[]): string {
  return (wxml[path] ?? '').replace(INCLUDE, (whole, before: string, src: string, after: string) => {
    const target = fromRoot(path, src).replace(/\.wxml$/, '')
    if (wxml[target] === undefined || target === path || includers.includes(target)) return whole
    const included = expanded(target, wxml, [...includers, path])
    // Conditions of the tag hold for all of it.
    return `<block${before}${after}>${copied(included, target)}</block>`
  })
}

/** What is copied: all but templates and WXS; other files stay where they are. */
function copied(source: string, path: string): string {
  return source
    .replace(INLINE_WXS, '')
    .replace(/<wxs\b[^>]*\/>/g, '')
    .replace(/<template\b[^>]*\bname\s*=[\s\S]*?<\/template>/g, '')
    .replace(
      /(<import\b[^>]*?\bsrc\s*=\s*["'])([^"']+)/g,
      (_, tag: string, src: string) => `${tag}/${fromRoot(path, src)}`,
    )
}

function fromRoot(from: string, src: string): string {
  return src.startsWith('/') ? src.slice(1) : posix.join(posix.dirname(from), src)
}
