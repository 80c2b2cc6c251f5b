// Collects the tags and attributes that the templates use.
import { BUILT_IN_TEMPLATES } from '../built-ins/templates'
import { readTags } from './markup'

/** Attributes that the framework itself reads; they are not properties. */
const DIRECTIVE =
  /^(?:bind|catch|capture-|mut-bind|wx:|data-|mark:|change:|worklet:|generic:|slot:|let:|class$|style$|id$|slot$)/

const FRAMEWORK_TAGS: readonly string[] = ['block', 'template', 'import', 'include', 'slot', 'wxs']

export interface Tags {
  /** By built-in tag. WeChat's tags accept any attribute, but glass-easel wants each one declared. */
  readonly attributes: Readonly<Record<string, readonly string[]>>
  /** Tags that belong neither to WeChat's components nor to the framework. */
  readonly unknown: readonly string[]
}

export function collectTags(templates: readonly string[]): Tags {
  const found = new Map<string, Set<string>>()
  for (const { name, attributes } of templates.flatMap(readTags)) {
    const names = found.get(name) ?? new Set()
    found.set(name, names)
    for (const attribute of Object.keys(attributes)) {
      if (!DIRECTIVE.test(attribute)) names.add(toCamelCase(attribute.replace(/^model:/, '')))
    }
  }
  return {
    attributes: Object.fromEntries(
      [...found].filter(([tag]) => isBuiltIn(tag)).map(([tag, names]) => [tag, [...names]]),
    ),
    unknown: [...found.keys()].filter((tag) => !isBuiltIn(tag) && !FRAMEWORK_TAGS.includes(tag)),
  }
}

function isBuiltIn(tag: string): boolean {
  return tag in BUILT_IN_TEMPLATES
}

function toCamelCase(attribute: string): string {
  return attribute.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
}
