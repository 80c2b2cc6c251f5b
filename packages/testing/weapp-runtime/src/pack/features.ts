// What templates use and this runtime lacks, by template: it is reported once a page or component renders it.
import { resolveFromRoot } from './includes'
import { readRawTags } from './markup'

type Files = Readonly<Record<string, string>>

const EVENT = /^(?:capture-)?(?:mut-)?(?:bind|catch):?/

/** @returns by path, e.g. `<view bindtap="{{wxs.tap}}">`; with what the template imports and includes */
export function listFeatures(wxml: Files): Record<string, readonly string[]> {
  const own = new Map(Object.entries(wxml).map(([path, template]) => [path, readTemplate(path, template)]))
  const collect = (path: string, seen: Set<string>): void => {
    if (seen.has(path)) return
    seen.add(path)
    for (const each of own.get(path)?.references ?? []) collect(each, seen)
  }
  const all = Object.keys(wxml).map((path) => {
    const seen = new Set<string>()
    collect(path, seen)
    return [path, [...new Set([...seen].flatMap((each) => own.get(each)?.features ?? []))]] as const
  })
  return Object.fromEntries(all.filter(([, features]) => features.length > 0))
}

interface Template {
  readonly features: readonly string[]
  readonly references: readonly string[]
}

function readTemplate(path: string, template: string): Template {
  const tags = readRawTags(template)
  const modules = tags.filter(({ name }) => name === 'wxs').map(({ attributes }) => attributes.module ?? '')
  const references = tags
    .filter(({ name, attributes }) => (name === 'import' || name === 'include') && attributes.src !== undefined)
    .map(({ attributes }) => resolveFromRoot(path, attributes.src ?? '').replace(/\.wxml$/, ''))
  const features = tags.flatMap(({ name, attributes }) =>
    Object.entries(attributes).flatMap(([attribute, value]) => {
      if (/^(?:change|worklet):/.test(attribute)) return [`<${name} ${attribute}>`]
      const isScript = EVENT.test(attribute) && modules.some((each) => callsModule(value, each))
      return isScript ? [`<${name} ${attribute}> with a WXS function`] : []
    }),
  )
  return { features, references }
}

function callsModule(value: string, module: string): boolean {
  return module !== '' && new RegExp(`\\{\\{[^}]*(?<![\\w.])${module}\\s*[.[]`).test(value)
}
