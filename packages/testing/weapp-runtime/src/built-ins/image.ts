// `<image>`: a real `<img>`, loaded with the mini-program's Referer unless the page forbids it.
import type { BuiltIn, Rendered } from './built-in'

/** What comes from elsewhere. */
const ADDRESS = /^(?:https?:|data:|blob:|\/\/)/i

export const image: BuiltIn = {
  lacks: ['lazyLoad', 'showMenuByLongpress'],
  watched: ['src', 'mode', 'referrerPolicy'],
  attached: (self) => {
    const picture = self.inner<HTMLImageElement>('picture')
    picture.addEventListener('load', () => {
      self.trigger('load', { width: picture.naturalWidth, height: picture.naturalHeight })
    })
    picture.addEventListener('error', () => {
      self.trigger('error', { errMsg: `Failed to load image ${textOf(self, 'src')}` })
    })
  },
  changed: (self) => {
    const picture = self.inner<HTMLImageElement>('picture')
    picture.className = `weapp-mode-${textOf(self, 'mode') || 'scaleToFill'}`
    // The policy comes first: the browser asks for it when it gets the source. Without one, all of the Referer is sent.
    picture.referrerPolicy = self.get('referrerPolicy') === 'no-referrer' ? 'no-referrer' : 'unsafe-url'
    const src = textOf(self, 'src')
    if (src !== '' && !ADDRESS.test(src)) self.missing(`<image src="${src}">: a file of the package`)
    if (src === picture.getAttribute('src')) return
    if (src === '') picture.removeAttribute('src')
    else picture.setAttribute('src', src)
  },
}

function textOf(self: Rendered, property: string): string {
  return String(self.get(property) ?? '')
}
