// The files that a template refers to must exist: the compiler would render nothing in their place.
import { RuntimeError } from '../errors'
import { resolveFromRoot } from './includes'
import { readTags } from './markup'

type Files = Readonly<Record<string, string>>

/** @throws RuntimeError `badTemplate` */
export function checkReferences(wxml: Files, wxs: Files): void {
  const kinds = new Map<string, readonly [string, Files]>([
    ['import', ['.wxml', wxml]],
    ['include', ['.wxml', wxml]],
    ['wxs', ['.wxs', wxs]],
  ])
  for (const [path, template] of Object.entries(wxml)) {
    for (const { name, attributes, line } of readTags(template)) {
      const [extension, files] = kinds.get(name) ?? []
      const { src } = attributes
      if (!extension || !files || src === undefined || toPath(path, src, extension) in files) continue
      throw new RuntimeError('badTemplate', `${path}.wxml:${line}: <${name} src="${src}"> is missing`)
    }
  }
}

function toPath(from: string, src: string, extension: string): string {
  const path = resolveFromRoot(from, src)
  return path.endsWith(extension) ? path.slice(0, -extension.length) : path
}
