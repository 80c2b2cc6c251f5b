// Built-ins that hold other things.
import type { BuiltIn } from './built-in'

/** `<view>`, `<text>` and the like: an element with content. */
export const plain: BuiltIn = {}

export const scrollView: BuiltIn = {
  watched: ['scrollX', 'scrollY'],
  attached: (self) => {
    const { element } = self
    element.addEventListener('scroll', () => {
      const { scrollTop, scrollLeft, scrollHeight, scrollWidth } = element
      self.trigger('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth })
    })
  },
  changed: (self) => {
    self.element.style.overflowX = self.get('scrollX') ? 'auto' : 'hidden'
    self.element.style.overflowY = self.get('scrollY') ? 'auto' : 'hidden'
  },
}

export const navigator: BuiltIn = {
  attached: (self) => {
    self.on('tap', () => self.open(String(self.get('url') ?? ''), String(self.get('openType') || 'navigate')))
  },
}
