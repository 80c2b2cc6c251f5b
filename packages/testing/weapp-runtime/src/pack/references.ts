// What a template takes from other files must be there: the compiler would render nothing in its place.
import { posix } from 'node:path'
import { RuntimeError } from '../errors'
import { tagsIn } from './markup'

type Files = Readonly<Record<string, string>>

/** @throws RuntimeError `badTemplate` */
export function checkReferences(wxml: Files, wxs: Files): void {
  const kinds = new Map<string, readonly [string, Files]>([
    ['import', ['.wxml', wxml]],
    ['include', ['.wxml', wxml]],
    ['wxs', ['.wxs', wxs]],
  ])
  for (const [path, template] of Object.entries(wxml)) {
    for (const { name, attributes, line } of tagsIn(template)) {
      const [extension, files] = kinds.get(name) ?? []
      const { src } = attributes
      if (!extension || !files || src === undefined || located(path, src, extension) in files) continue
      throw new RuntimeError('badTemplate', `${path}.wxml:${line}: <${name} src="${src}"> is missing`)
    }
  }
}

function located(from: string, src: string, extension: string): string {
  const path = src.startsWith('/') ? src.slice(1) : posix.join(posix.dirname(from), src)
  return path.endsWith(extension) ? path.slice(0, -extension.length) : path
}
