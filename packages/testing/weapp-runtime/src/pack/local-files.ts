// Files of the package that a style refers to: WeChat does not load them.
import postcss from 'postcss'

type Files = Readonly<Record<string, string>>

/** An address in a value: what stands in the brackets of `url()`. */
const URL_VALUE = /url\(\s*["']?([^"')]*)/gi

/** Addresses of the network, data and parts of the page itself. */
const LOADED = /^(?:https?:|data:|cloud:|\/\/|#|$)/i

/**
 * Warns in WeChat's words (cited in github.com/onface/fucking-weapp), which apply to backgrounds and fonts.
 *
 * @returns with file and line
 */
export function listLocalFiles(wxss: Files): string[] {
  return Object.entries(wxss).flatMap(([path, text]) => {
    const warnings: string[] = []
    postcss.parse(text).walkDecls(({ value, source }) => {
      const urls = [...value.matchAll(URL_VALUE)].map(([, url = '']) => url.trim())
      for (const url of urls.filter((each) => !LOADED.test(each))) {
        warnings.push(`${path}.wxss:${source?.start?.line ?? 1}: 本地资源图片无法通过 WXSS 获取: ${url}`)
      }
    })
    return warnings
  })
}
