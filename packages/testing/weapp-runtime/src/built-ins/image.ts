// `<image>`: a real `<img>`, from the package or from an address. An address is loaded with the mini-program's Referer
// unless the page forbids it.
import type { BuiltIn, Rendered } from './built-in'
import { upgradeAddress } from './upgrade'

/** A source that the browser loads. */
const ADDRESS = /^(?:https?:|data:|blob:|\/\/)/i

/** Any other scheme: of WeChat's files and its cloud. */
const SCHEME = /^[a-z][a-z\d+.-]*:/i

/** No image, so that the browser fails to load it. */
const BROKEN = 'data:,'

export const image: BuiltIn = {
  events: ['load', 'error'],
  watched: ['src', 'mode', 'referrerPolicy'],
  attached: (self) => {
    const picture = self.getInner<HTMLImageElement>('picture')
    picture.addEventListener('load', () => {
      self.trigger('load', { width: picture.naturalWidth, height: picture.naturalHeight })
    })
    picture.addEventListener('error', () => {
      self.trigger('error', { errMsg: `Failed to load image ${getText(self, 'src')}` })
    })
  },
  changed: (self) => {
    const picture = self.getInner<HTMLImageElement>('picture')
    picture.className = `weapp-mode-${getText(self, 'mode') || 'scaleToFill'}`
    // The browser reads the policy when the source is set, so it comes first. By default the whole Referer is sent.
    picture.referrerPolicy = self.get('referrerPolicy') === 'no-referrer' ? 'no-referrer' : 'unsafe-url'
    const address = findAddress(self, getText(self, 'src'))
    if (address === (picture.getAttribute('src') ?? '')) return
    if (address === '') picture.removeAttribute('src')
    else picture.setAttribute('src', address)
  },
}

function findAddress(self: Rendered, src: string): string {
  if (ADDRESS.test(src)) return self.upgradesHttpImages ? upgradeAddress(src) : src
  if (src === '') return src
  if (SCHEME.test(src)) {
    self.reportMissing(`<image src="${src}">`)
    return BROKEN
  }
  const found = self.findImage(src)
  if (found === null) self.warn(`Failed to load local image resource ${src}`)
  return found ?? BROKEN
}

function getText(self: Rendered, property: string): string {
  return String(self.get(property) ?? '')
}
