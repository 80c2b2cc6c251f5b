// Built-ins that contain others.
import type { BuiltIn, Rendered } from './built-in'
import { addHover, HOVER_ATTRIBUTES } from './hover'

/** An element with content and nothing else. */
export const plain: BuiltIn = {}

export const text: BuiltIn = {
  watched: ['selectable', 'userSelect'],
  changed: (self) => {
    self.element.toggleAttribute('selectable', Boolean(self.get('selectable') || self.get('userSelect')))
    self.element.toggleAttribute('user-select', Boolean(self.get('userSelect')))
  },
}

export const view: BuiltIn = {
  reads: HOVER_ATTRIBUTES,
  attached: (self) => addHover(self, { startMs: 50, stayMs: 400 }),
}

/** Its content leaves the page's tree of elements, so that no ancestor's transform or overflow applies to it. */
export const rootPortal: BuiltIn = {
  defaults: { enable: true },
  attached: (self) => place(self),
  changed: (self) => place(self),
  detached: (self) => self.getInner('content').remove(),
}

function place(self: Rendered): void {
  const target = self.get('enable') ? self.element.closest('.weapp-page') : self.element
  target?.append(self.getInner('content'))
}

export const scrollView: BuiltIn = {
  watched: ['scrollX', 'scrollY'],
  events: ['scroll'],
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
  reads: ['url', 'openType', 'delta', 'target', ...HOVER_ATTRIBUTES],
  attached: (self) => {
    addHover(self, { startMs: 50, stayMs: 600 })
    self.on('tap', () => {
      if (self.get('target') === 'miniProgram') return self.reportMissing('<navigator target="miniProgram">')
      self.open({
        url: String(self.get('url') ?? ''),
        openType: String(self.get('openType') || 'navigate'),
        delta: Number(self.get('delta') ?? 1),
      })
    })
  },
}
