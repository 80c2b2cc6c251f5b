// Converts WXSS to CSS: imports, rpx, tag selectors and `page`.
import { posix } from 'node:path'
import postcss, { type AtRule, CssSyntaxError, type Root, type Rule } from 'postcss'
import { RuntimeError } from '../errors'
import { replaceRpx } from '../rpx'
import { SCOPE } from '../style-scope'

/** The page's own box, also in the style of a component. */
const PAGE = '[data-page]'

/** WXSS files by path without extension. */
type Files = Readonly<Record<string, string>>

/**
 * Converts a style sheet: `@import` is replaced by the file, `rpx` by a share of the window's width, `view` by the tag
 * that a `<view>` is rendered as, and `page` by the page's own box.
 *
 * @throws RuntimeError `badStyle`
 */
export function toCss(path: string, files: Files): string {
  const root = parseWxss(path, files)
  root.walkRules((rule) => {
    if (!isKeyframe(rule)) rule.selector = toRenderedSelector(rule.selector)
  })
  root.walkDecls((declaration) => {
    declaration.value = replaceRpx(declaration.value)
  })
  root.walkAtRules('media', (rule) => {
    rule.params = replaceRpx(rule.params)
  })
  return root.toString()
}

/** @param importers the files that led here, which cannot be imported again */
function parseWxss(path: string, files: Files, importers: readonly string[] = []): Root {
  const wxss = files[path]
  if (importers.includes(path)) throw new RuntimeError('badStyle', `${path}.wxss imports itself`)
  if (wxss === undefined) throw new RuntimeError('badStyle', `${path}.wxss is imported but missing`)
  try {
    const root = postcss.parse(wxss)
    root.walkAtRules('import', (rule) => {
      rule.replaceWith(parseWxss(resolveImport(path, rule), files, [...importers, path]))
    })
    return root
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error
    throw new RuntimeError('badStyle', `${path}.wxss:${error.line}: ${error.reason}`)
  }
}

function resolveImport(from: string, { params }: AtRule): string {
  const name = params.replace(/^["']|["']$/g, '').replace(/\.wxss$/, '')
  return name.startsWith('/') ? name.slice(1) : posix.join(posix.dirname(from), name)
}

/** Parts of a selector whose words are not tags. */
const NOT_TAGS = /(\[[^\]]*\]|:(?:nth-[a-z-]+|lang|dir)\([^)]*\))/

/** A tag in a selector: at its beginning or after a combinator, a comma or a bracket. */
const TAG = /(^|[\s>+~,(])([a-z][\w-]*)/gi

const CLASS = /\.([a-z_-][\w-]*)/gi

/** glass-easel writes the component's prefix before each id. */
const ID = /#([\w-]+)/g

/** Like WeChat's compiler: `page` is the page's own box, and `x` is rendered as `<wx-x>`. */
function toRenderedSelector(selector: string): string {
  const parts = selector.split(NOT_TAGS)
  return parts
    .map((part, at) =>
      at % 2 === 1
        ? part
        : part
            .replace(TAG, (_, before: string, tag: string) => before + toRenderedTag(tag))
            .replace(CLASS, `.${SCOPE}$1`)
            .replace(ID, (whole, id: string) => `:is(${whole},[id$="--${id}"])`),
    )
    .join('')
}

function toRenderedTag(tag: string): string {
  return tag === 'page' ? PAGE : `wx-${tag}`
}

function isKeyframe({ parent }: Rule): boolean {
  return parent?.type === 'atrule' && (parent as AtRule).name.endsWith('keyframes')
}
