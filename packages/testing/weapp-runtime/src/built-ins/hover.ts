// `hover-class`: a class while a finger is on the element, and a little longer.
import type { Rendered } from './built-in'

export const HOVER_ATTRIBUTES = ['hoverClass', 'hoverStartTime', 'hoverStayTime', 'hoverStopPropagation']

/** Milliseconds; WeChat's defaults differ by tag. */
export interface HoverTimes {
  readonly startMs: number
  readonly stayMs: number
}

/** Touches that an element inside keeps from its ancestors. */
const stopped = new WeakSet<Event>()

export function addHover(self: Rendered, { startMs, stayMs }: HoverTimes): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const change = (names: string, property: string, ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => self.setExtraClass(names), Number(self.get(property) ?? ms))
  }
  const press = (event: Event) => {
    const names = String(self.get('hoverClass') ?? '')
    if (stopped.has(event) || names === '' || names === 'none' || self.get('disabled')) return
    if (self.get('hoverStopPropagation')) stopped.add(event)
    change(names, 'hoverStartTime', startMs)
  }
  const release = () => change('', 'hoverStayTime', stayMs)
  for (const type of ['touchstart', 'mousedown']) self.element.addEventListener(type, press)
  for (const type of ['touchend', 'touchcancel', 'mouseup', 'mouseleave']) self.element.addEventListener(type, release)
}
