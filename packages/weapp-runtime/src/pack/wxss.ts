// WXSS as CSS: imports, rpx, tag selectors and `page`.
import { posix } from 'node:path'
import postcss, { type AtRule, CssSyntaxError, type Root } from 'postcss'
import { BUILT_IN_TEMPLATES } from '../built-ins/templates'
import { RuntimeError } from '../errors'

/** WXSS files by path without extension. */
type Files = Readonly<Record<string, string>>

/**
 * `@import` becomes what it names, `rpx` a share of the window's width, `view` the tag that a `<view>` is rendered as, and
 * `page` the page's own box.
 *
 * @throws RuntimeError `badStyle`
 */
export function toCss(path: string, files: Files): string {
  const root = parsed(path, files)
  root.walkRules((rule) => {
    rule.selector = rule.selector.replace(TAG, (whole, before: string, tag: string) => {
      const rendered = renderedTag(tag)
      return rendered === null ? whole : before + rendered
    })
  })
  root.walkDecls((declaration) => {
    declaration.value = withoutRpx(declaration.value)
  })
  root.walkAtRules('media', (rule) => {
    rule.params = withoutRpx(rule.params)
  })
  return root.toString()
}

function parsed(path: string, files: Files): Root {
  const wxss = files[path]
  if (wxss === undefined) throw new RuntimeError('badStyle', `${path}.wxss is imported but missing`)
  try {
    const root = postcss.parse(wxss)
    root.walkAtRules('import', (rule) => {
      rule.replaceWith(parsed(imported(path, rule), files))
    })
    return root
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error
    throw new RuntimeError('badStyle', `${path}.wxss:${error.line}: ${error.reason}`)
  }
}

function imported(from: string, { params }: AtRule): string {
  const name = params.replace(/^["']|["']$/g, '').replace(/\.wxss$/, '')
  return name.startsWith('/') ? name.slice(1) : posix.join(posix.dirname(from), name)
}

/** A tag's name in a selector: at its beginning or after a combinator, a comma or a bracket. */
const TAG = /(^|[\s>+~,(])([a-z][a-z-]*)(?![\w-])/g

function renderedTag(tag: string): string | null {
  if (tag === 'page') return '.weapp-page'
  return tag in BUILT_IN_TEMPLATES ? `wx-${tag}` : null
}

/** WeChat's screen is 750 rpx wide. */
function withoutRpx(value: string): string {
  return value.replace(
    /(-?[\d.]+)rpx\b/g,
    (_, number: string) => `${Math.round((Number(number) / 7.5) * 10_000) / 10_000}vw`,
  )
}
