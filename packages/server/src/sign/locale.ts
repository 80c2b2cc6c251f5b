// The language of a text, as a BCP 47 tag in its canonical form: `zh-cn` becomes `zh-CN`.
import { z } from 'zod'

/** What RFC 5646 §4.4.1 asks implementations to have room for. */
const LONGEST = 35

const ERROR = `must be a BCP 47 tag such as zh-CN, of at most ${LONGEST} characters`

export const locale = z
  .string()
  .max(LONGEST, ERROR)
  .transform((tag, context) => {
    const canonical = canonicalize(tag)
    if (canonical !== undefined) return canonical
    context.addIssue({ code: 'custom', message: ERROR })
    return z.NEVER
  })

function canonicalize(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}
