// WXML by glass-easel's own compiler.
import { createRequire } from 'node:module'
import { RuntimeError } from '../errors'
import { withIncludes } from './includes'
import { asJavaScript, withJavaScript } from './wxs'

interface TemplateProblem {
  readonly isError: boolean
  readonly level: 'Note' | 'Warn' | 'Error' | 'Fatal'
  readonly message: string
  readonly startLine: number
}

/** The compiler is WebAssembly in CommonJS; a bundler would lose its file. */
const { TmplGroup } = createRequire(import.meta.url)(
  'glass-easel-template-compiler',
) as typeof import('glass-easel-template-compiler')

/** Of these glass-easel only warns; WeChat's compiler refuses them. */
const REFUSED: readonly string[] = ['missing end tag', 'invalid end tag']

export interface CompiledTemplates {
  /** An expression that gives glass-easel's template groups. */
  readonly code: string
  /** With file and line. */
  readonly warnings: readonly string[]
}

/**
 * @param scripts WXS files
 * @throws RuntimeError `badTemplate`
 */
export function compileTemplates(
  templates: Readonly<Record<string, string>>,
  scripts: Readonly<Record<string, string>> = {},
): CompiledTemplates {
  const group = new TmplGroup()
  try {
    for (const [path, source] of Object.entries(scripts)) group.addScript(path, asJavaScript(source))
    // First as they are written, for the lines of what is wrong; then with their includes.
    const warnings = Object.entries(templates).flatMap(([path, source]) => {
      const problems: readonly TemplateProblem[] = group.addTmpl(path, source) ?? []
      const told = ({ startLine, message }: TemplateProblem) => `${path}.wxml:${startLine + 1}: ${message}`
      const [error] = problems.filter(({ isError, message }) => isError || REFUSED.includes(message))
      if (error) throw new RuntimeError('badTemplate', told(error))
      return problems.filter(({ level }) => level === 'Warn').map(told)
    })
    for (const [path, source] of Object.entries(withIncludes(templates))) {
      group.addTmpl(path, withJavaScript(source))
    }
    return { code: group.getTmplGenObjectGroups(), warnings }
  } finally {
    group.free()
  }
}
