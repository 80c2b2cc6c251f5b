// Which tags the templates use, and with which attributes.
import { BUILT_IN_TEMPLATES } from '../built-ins/templates'
import { tagsIn } from './markup'

/** Not properties: what the framework itself reads. */
const DIRECTIVE =
  /^(?:bind|catch|capture-|mut-bind|wx:|data-|mark:|model:|change:|worklet:|generic:|slot:|let:|class$|style$|id$|slot$)/

const FRAMEWORK_TAGS: readonly string[] = ['block', 'template', 'import', 'include', 'slot', 'wxs']

export interface Tags {
  /** What templates give to each built-in tag: WeChat's take any attribute, glass-easel wants them declared. */
  readonly attributes: Readonly<Record<string, readonly string[]>>
  /** Tags that are neither built in nor the framework's. */
  readonly unknown: readonly string[]
}

export function tagsOf(templates: readonly string[]): Tags {
  const found = new Map<string, Set<string>>()
  for (const { name, attributes } of templates.flatMap(tagsIn)) {
    const names = found.get(name) ?? new Set()
    found.set(name, names)
    for (const attribute of Object.keys(attributes)) if (!DIRECTIVE.test(attribute)) names.add(camelCase(attribute))
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

function camelCase(attribute: string): string {
  return attribute.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
}
