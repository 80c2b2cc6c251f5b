// WXS is a language of its own. It is checked here, and translated to JavaScript that reaches nothing of the page.
import { type Node, parse } from 'acorn'
import { RuntimeError } from '../errors'
import { INLINE_WXS } from './markup'
import { checkNode, WxsProblem } from './wxs-check'
import { findNames } from './wxs-names'
import { translate } from './wxs-translate'

type Files = Readonly<Record<string, string>>

/** Translates WXS, which has passed {@link checkWxs}, to JavaScript. */
export function convertWxs(wxs: string): string {
  const program = parseWxs(wxs)
  return translate(wxs, program, findNames(program))
}

/** Translates the scripts inside a template. */
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
    checkNode(parseWxs(source))
  } catch (error) {
    const { message, line } = describe(error)
    throw new RuntimeError('badTemplate', `${filename}:${line + lineOffset}: ${message}`)
  }
}

/** WXS is based on ECMAScript 5. The next version is parsed, too, so that a message can name what WXS lacks. */
function parseWxs(source: string): Node {
  return parse(source, { ecmaVersion: 6, locations: true, allowReturnOutsideFunction: true })
}

function describe(error: unknown): { readonly message: string; readonly line: number } {
  if (error instanceof WxsProblem) return error
  // The parser ends its message with line and column.
  const { message, loc } = error as SyntaxError & { readonly loc?: { readonly line: number } }
  return { message: message.replace(/ \(\d+:\d+\)$/, ''), line: loc?.line ?? 1 }
}
