// A look over the tags of WXML, for what the template compiler does not tell.
import { Parser } from 'htmlparser2'

export interface Tag {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** From 1. */
  readonly line: number
}

/** Every tag of a template in order. Bindings and inline WXS are left out: they may hold a `<`. */
export function tagsIn(template: string): readonly Tag[] {
  const plain = template
    .replace(BINDING, blank)
    .replace(INLINE_WXS, (whole, tag: string) => tag + blank(whole.slice(tag.length)))
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
/** Its opening tag, then the script. */
export const INLINE_WXS = /(<wxs\b(?:[^>/]|\/(?!>))*>)([\s\S]*?)<\/wxs>/g

/** Lines stay where they are. */
function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}
