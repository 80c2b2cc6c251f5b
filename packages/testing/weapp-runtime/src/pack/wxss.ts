// WXSS as CSS: imports, rpx, tag selectors and `page`.
import { posix } from 'node:path'
import postcss, { type AtRule, CssSyntaxError, type Root, type Rule } from 'postcss'
import { RuntimeError } from '../errors'
import { withoutRpx } from '../rpx'
import { SCOPE } from '../style-scope'

/** The page's own box, no matter whose style speaks of it. */
const PAGE = '[data-page]'

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
    if (!isKeyframe(rule)) rule.selector = renderedSelector(rule.selector)
  })
  root.walkDecls((declaration) => {
    declaration.value = withoutRpx(declaration.value)
  })
  root.walkAtRules('media', (rule) => {
    rule.params = withoutRpx(rule.params)
  })
  return root.toString()
}

/** @param importers the files that led here, which it cannot import again */
function parsed(path: string, files: Files, importers: readonly string[] = []): Root {
  const wxss = files[path]
  if (importers.includes(path)) throw new RuntimeError('badStyle', `${path}.wxss imports itself`)
  if (wxss === undefined) throw new RuntimeError('badStyle', `${path}.wxss is imported but missing`)
  try {
    const root = postcss.parse(wxss)
    root.walkAtRules('import', (rule) => {
      rule.replaceWith(parsed(imported(path, rule), files, [...importers, path]))
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

/** In a selector: what holds words that are no tags. */
const NO_TAGS = /(\[[^\]]*\]|:(?:nth-[a-z-]+|lang|dir)\([^)]*\))/

/** A tag's name in a selector: at its beginning or after a combinator, a comma or a bracket. */
const TAG = /(^|[\s>+~,(])([a-z][\w-]*)/gi

const CLASS = /\.([a-z_-][\w-]*)/gi

/** The framework puts a prefix of the component's before each id. */
const ID = /#([\w-]+)/g

/** As WeChat's compiler: `page` is the page's own box, and `x` is rendered as `<wx-x>`. */
function renderedSelector(selector: string): string {
  const parts = selector.split(NO_TAGS)
  return parts
    .map((part, at) =>
      at % 2 === 1
        ? part
        : part
            .replace(TAG, (_, before: string, tag: string) => before + rendered(tag))
            .replace(CLASS, `.${SCOPE}$1`)
            .replace(ID, (whole, id: string) => `:is(${whole},[id$="--${id}"])`),
    )
    .join('')
}

function rendered(tag: string): string {
  return tag === 'page' ? PAGE : `wx-${tag}`
}

function isKeyframe({ parent }: Rule): boolean {
  return parent?.type === 'atrule' && (parent as AtRule).name.endsWith('keyframes')
}
