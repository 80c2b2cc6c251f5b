// What a page sets on a built-in and this runtime lacks.
import { WECHAT_TAGS, type WeChatTag } from './attributes'
import type { BuiltIn } from './built-in'

/** The window's events that reach the page. All others, e.g. `input` or `scroll`, come from the built-ins. */
export const GESTURES: readonly string[] = [
  ...['tap', 'canceltap', 'touchstart', 'touchmove', 'touchend', 'touchcancel'],
  ...['transitionend', 'animationstart', 'animationiteration', 'animationend'],
]

/** Properties that every tag has. */
export const GENERAL: readonly string[] = ['hidden', 'disabled']

export interface Lacking {
  /** Returns whether a property has an effect in WeChat, but not here. */
  isAttributeMissing(property: string, value: unknown): boolean
  isEventMissing(event: string): boolean
}

const NOTHING: WeChatTag = { attributes: {}, events: [] }

export function findLacking(tag: string, { defaults = {}, watched = [], reads = [], events = [] }: BuiltIn): Lacking {
  const all = WECHAT_TAGS[''] ?? NOTHING
  const own = WECHAT_TAGS[tag] ?? NOTHING
  const attributes = new Map(Object.entries({ ...all.attributes, ...own.attributes }))
  const implemented = [...GENERAL, ...Object.keys(defaults), ...watched, ...reads]
  for (const name of implemented) attributes.delete(name)
  const missing = [...all.events, ...own.events].filter((each) => ![...GESTURES, ...events].includes(each))
  return {
    isAttributeMissing: (property, value) => {
      const harmless = attributes.get(property)
      if (harmless === undefined || isNothing(value)) return false
      // Where no default is known, it is off.
      return harmless.length === 0 ? Boolean(value) : !harmless.includes(String(value))
    },
    isEventMissing: (event) => missing.includes(event),
  }
}

/** Values that mean the same as no attribute. */
function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}
