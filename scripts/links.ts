// Relative links of the documentation: the file must be there, and the heading in it.
import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { anchors, links, type Page, ROOT } from './markdown'

/** @returns what leads nowhere, one `page → target` each */
export function brokenLinks(pages: readonly Page[]): readonly string[] {
  const anchorsOf = new Map(pages.map((page) => [page.path, anchors(page)]))
  return pages.flatMap((page) =>
    links(page)
      .filter((target) => !/^[a-z]+:/.test(target))
      .filter((target) => {
        const [file = '', anchor] = target.split('#')
        const path = file === '' ? page.path : normalize(join(dirname(page.path), file))
        if (anchor !== undefined) return !anchorsOf.get(path)?.has(decodeURIComponent(anchor))
        return !existsSync(join(ROOT, path))
      })
      .map((target) => `${page.path} → ${target}`),
  )
}
