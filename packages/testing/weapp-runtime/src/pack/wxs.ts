// WXS differs from JavaScript in a few places. It is checked here, before a template runs it.
import { Script } from 'node:vm'
import { RuntimeError } from '../errors'
import { INLINE_WXS } from './markup'

type Files = Readonly<Record<string, string>>

/** Converts WXS to JavaScript: `constructor` is a name there, and modules are required with their extension. */
export function convertWxs(wxs: string): string {
  return wxs
    .replace(/\.constructor\b/g, '.constructor.name')
    .replace(/(\brequire\(\s*["'][^"']+)\.wxs(["']\s*\))/g, '$1$2')
}

/** Converts the scripts inside a template. */
export function convertInlineWxs(template: string): string {
  return template.replace(INLINE_WXS, (_, tag: string, wxs: string) => `${tag}${convertWxs(wxs)}</wxs>`)
}

/** @throws RuntimeError `badTemplate` */
export function checkWxs(wxml: Files, wxs: Files): void {
  for (const [path, source] of Object.entries(wxs)) check(`${path}.wxs`, source)
  for (const [path, template] of Object.entries(wxml)) {
    for (const { index, 1: tag = '', 2: source = '' } of template.matchAll(INLINE_WXS)) {
      check(`${path}.wxml`, source, template.slice(0, index + tag.length).split('\n').length - 1)
    }
  }
}

/** @param lineOffset lines of the file before the script */
function check(filename: string, source: string, lineOffset = 0): void {
  try {
    // The script is only parsed. The function around it allows `return`.
    new Script(`(function () {${source}\n})`, { filename, lineOffset })
  } catch (error) {
    const { message, stack = '' } = error as Error
    const [, line = ''] = /:(\d+)\n/.exec(stack) ?? []
    throw new RuntimeError('badTemplate', `${filename}:${line}: ${message}`)
  }
}
