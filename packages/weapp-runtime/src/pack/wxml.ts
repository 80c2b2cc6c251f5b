// WXML by glass-easel's own compiler, and what a look over its tags tells.
import { createRequire } from 'node:module'
import { Parser } from 'htmlparser2'
import { BUILT_IN_TEMPLATES } from '../built-ins/templates'
import { RuntimeError } from '../errors'

interface TemplateProblem {
  readonly isError: boolean
  readonly message: string
  readonly startLine: number
}

/** The compiler is WebAssembly in CommonJS; a bundler would lose its file. */
const { TmplGroup } = createRequire(import.meta.url)(
  'glass-easel-template-compiler',
) as typeof import('glass-easel-template-compiler')

/**
 * @param scripts WXS files
 * @throws RuntimeError `badTemplate`
 */
export function compileTemplates(
  templates: Readonly<Record<string, string>>,
  scripts: Readonly<Record<string, string>> = {},
): string {
  const group = new TmplGroup()
  try {
    for (const [path, source] of Object.entries(scripts)) group.addScript(path, source)
    for (const [path, source] of Object.entries(templates)) {
      const problems: readonly TemplateProblem[] = group.addTmpl(path, source) ?? []
      const [error] = problems.filter(({ isError }) => isError)
      if (error) throw new RuntimeError('badTemplate', `${path}.wxml:${error.startLine + 1}: ${error.message}`)
    }
    return group.getTmplGenObjectGroups()
  } finally {
    group.free()
  }
}

/** Not properties: what the framework itself reads. */
const DIRECTIVE =
  /^(?:bind|catch|capture-|mut-bind|wx:|data-|mark:|model:|change:|worklet:|class$|style$|id$|slot$|generic:)/

const FRAMEWORK_TAGS: readonly string[] = ['block', 'template', 'import', 'include', 'slot', 'wxs', 'page-meta']

export interface Tags {
  /** What templates give to each built-in tag: WeChat's take any attribute, glass-easel wants them declared. */
  readonly attributes: Readonly<Record<string, readonly string[]>>
  /** Tags that are neither built in nor the framework's. */
  readonly unknown: readonly string[]
}

export function tagsOf(templates: readonly string[]): Tags {
  const found = new Map<string, Set<string>>()
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => {
        const names = found.get(tag) ?? new Set()
        found.set(tag, names)
        for (const name of Object.keys(attributes)) if (!DIRECTIVE.test(name)) names.add(camelCase(name))
      },
    },
    { xmlMode: true },
  )
  for (const template of templates) parser.write(template)
  parser.end()
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
