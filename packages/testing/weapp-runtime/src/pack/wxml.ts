// Compiles WXML with glass-easel's own compiler.
import { createRequire } from 'node:module'
import { RuntimeError } from '../errors'
import { inlineIncludes } from './includes'
import { convertInlineWxs, convertWxs } from './wxs'

interface TemplateProblem {
  readonly isError: boolean
  readonly level: 'Note' | 'Warn' | 'Error' | 'Fatal'
  readonly message: string
  readonly startLine: number
}

/** The compiler is WebAssembly in CommonJS, and bundlers would lose its file. */
const { TmplGroup } = createRequire(import.meta.url)(
  'glass-easel-template-compiler',
) as typeof import('glass-easel-template-compiler')

/** WeChat's compiler refuses these; glass-easel only warns. */
const REFUSED: readonly string[] = ['missing end tag', 'invalid end tag']

export interface CompiledTemplates {
  /** An expression that returns glass-easel's template groups. */
  readonly code: string
  /** With file and line. */
  readonly warnings: readonly string[]
}

/**
 * Compiles templates by path.
 *
 * @param scripts WXS files by path
 * @throws RuntimeError `badTemplate`
 */
export function compileTemplates(
  templates: Readonly<Record<string, string>>,
  scripts: Readonly<Record<string, string>> = {},
): CompiledTemplates {
  const group = new TmplGroup()
  try {
    for (const [path, source] of Object.entries(scripts)) group.addScript(path, convertWxs(source))
    // First without includes, so that the line numbers of problems are right; then with them.
    const warnings = Object.entries(templates).flatMap(([path, source]) => {
      const problems: readonly TemplateProblem[] = group.addTmpl(path, source) ?? []
      const describe = ({ startLine, message }: TemplateProblem) => `${path}.wxml:${startLine + 1}: ${message}`
      const [error] = problems.filter(({ isError, message }) => isError || REFUSED.includes(message))
      if (error) throw new RuntimeError('badTemplate', describe(error))
      return problems.filter(({ level }) => level === 'Warn').map(describe)
    })
    for (const [path, source] of Object.entries(inlineIncludes(templates))) {
      group.addTmpl(path, convertInlineWxs(source))
    }
    return { code: group.getTmplGenObjectGroups(), warnings }
  } finally {
    group.free()
  }
}
