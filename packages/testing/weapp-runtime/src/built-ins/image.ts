// `<image>`: a real `<img>`, loaded with the mini-program's Referer unless the page forbids it.
import type { BuiltIn, Rendered } from './built-in'

/** A source outside the package. */
const ADDRESS = /^(?:https?:|data:|blob:|\/\/)/i

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
    const src = getText(self, 'src')
    if (src !== '' && !ADDRESS.test(src)) self.reportMissing(`<image src="${src}">: a file of the package`)
    if (src === picture.getAttribute('src')) return
    if (src === '') picture.removeAttribute('src')
    else picture.setAttribute('src', src)
  },
}

function getText(self: Rendered, property: string): string {
  return String(self.get(property) ?? '')
}
