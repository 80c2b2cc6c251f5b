// WXS is JavaScript of its own: where it differs, and what does not parse before a template runs it.
import { Script } from 'node:vm'
import { RuntimeError } from '../errors'
import { INLINE_WXS } from './markup'

type Files = Readonly<Record<string, string>>

/** In WXS a constructor is its name, and modules are known by their files' names. */
export function asJavaScript(wxs: string): string {
  return wxs
    .replace(/\.constructor\b/g, '.constructor.name')
    .replace(/(\brequire\(\s*["'][^"']+)\.wxs(["']\s*\))/g, '$1$2')
}

/** The same for the scripts inside a template. */
export function withJavaScript(template: string): string {
  return template.replace(INLINE_WXS, (_, tag: string, wxs: string) => `${tag}${asJavaScript(wxs)}</wxs>`)
}

/** @throws RuntimeError `badTemplate` */
export function checkWxs(wxml: Files, wxs: Files): void {
  for (const [path, source] of Object.entries(wxs)) check(`${path}.wxs`, source, 0)
  for (const [path, template] of Object.entries(wxml)) {
    for (const { index, 1: tag = '', 2: source = '' } of template.matchAll(INLINE_WXS)) {
      check(`${path}.wxml`, source, template.slice(0, index + tag.length).split('\n').length - 1)
    }
  }
}

function check(filename: string, source: string, lineOffset: number): void {
  try {
    // Never run; the function lets it `return`.
    new Script(`(function () {${source}\n})`, { filename, lineOffset })
  } catch (error) {
    const { message, stack = '' } = error as Error
    const [, line = ''] = /:(\d+)\n/.exec(stack) ?? []
    throw new RuntimeError('badTemplate', `${filename}:${line}: ${message}`)
  }
}
