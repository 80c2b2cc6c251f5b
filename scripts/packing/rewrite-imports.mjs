// Turns imports of our packages into relative paths, as Node would resolve them from a file of that kind.
import { dirname, join, relative } from 'node:path'

/** `from "…"`, `import "…"`, `import("…")`, `require("…")`: our builds are not minified. */
const IMPORT = /(\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)(["'])(@local-number\/[\w-]+)(\/[\w/.-]+)?\2/g

/**
 * @param file the path of the file that `code` is in
 * @param places by package name: its folder, and `exports` of its manifest
 * @throws Error for a package that is not there, or an entry that it does not have
 */
export function rewriteImports(code, file, places) {
  const condition = /\.c(js|ts)$/.test(file) ? 'require' : 'import'
  return code.replace(IMPORT, (_whole, before, quote, name, subpath = '') => {
    const target = places.get(name)?.exports[`.${subpath}`]?.[condition]?.default
    if (!target) throw new Error(`${file} imports ${name}${subpath}, which the tarball does not carry`)
    const path = relative(dirname(file), join(places.get(name).folder, target)).replaceAll('\\', '/')
    return `${before}${quote}${path.startsWith('.') ? path : `./${path}`}${quote}`
  })
}
