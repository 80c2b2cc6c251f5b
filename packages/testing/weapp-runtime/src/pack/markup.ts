// Reads the tags of WXML, for what the template compiler does not report.
import { Parser } from 'htmlparser2'

export interface Tag {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** Counted from 1. */
  readonly line: number
}

/** Reads every tag of a template in order, without bindings and inline WXS, which may contain a `<`. */
export function readTags(template: string): readonly Tag[] {
  return readRawTags(template.replace(BINDING, toBlank))
}

/** The same with bindings, in which marks of tags and quotes are blank. */
export function readRawTags(template: string): readonly Tag[] {
  const unmarked = template.replace(BINDING, (binding) => binding.replace(/[<>"']/g, ' '))
  const plain = unmarked.replace(INLINE_WXS, (whole, tag: string) => tag + toBlank(whole.slice(tag.length)))
  const tags: Tag[] = []
  const parser: Parser = new Parser(
    {
      onopentag: (name, attributes) => {
        tags.push({ name, attributes, line: plain.slice(0, parser.startIndex).split('\n').length })
      },
    },
    { xmlMode: true },
  )
  parser.end(plain)
  return tags
}

const BINDING = /\{\{[\s\S]*?\}\}/g
/** Groups: the opening tag, the script. */
export const INLINE_WXS = /(<wxs\b(?:[^>/]|\/(?!>))*>)([\s\S]*?)<\/wxs>/g

/** Keeps the line breaks, so that line numbers stay right. */
function toBlank(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}
