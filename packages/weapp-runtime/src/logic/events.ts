// The way from the view layer to the logic layer: events arrive later, and as JSON.
import type * as glassEasel from 'glass-easel'
import { BUILT_IN_PREFIX } from '../built-ins/register'

/** JSON over and back, as everything between the two layers. */
export function cloned<T>(value: T): T {
  return value === undefined ? value : JSON.parse(JSON.stringify(value))
}

type Method = (this: unknown, ...parameters: unknown[]) => unknown
type Shadowed = glassEasel.ShadowedEvent<unknown>

/**
 * Handlers of a page or component as templates may call them. An event of a built-in crosses from the other layer; one that
 * a component of the mini-program triggers stays in the logic layer and arrives at once.
 *
 * @param later runs in the logic layer, after the latency
 */
export function asHandlers(methods: object, later: (work: () => void) => void): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(methods).map(([name, method]) => [
      name,
      typeof method === 'function' ? asHandler(method, later) : method,
    ]),
  )
}

function asHandler(method: Method, later: (work: () => void) => void): Method {
  return function (this: unknown, ...parameters: unknown[]) {
    const [event] = parameters
    if (!isEvent(event)) return method.apply(this, parameters)
    if (!fromView(event)) return method.call(this, { ...plainEvent(event), detail: event.detail })
    const plain = cloned(plainEvent(event))
    later(() => method.call(this, plain))
    return undefined
  }
}

function isEvent(value: unknown): value is Shadowed {
  return typeof value === 'object' && value !== null && 'getOriginalEvent' in value
}

function fromView(event: Shadowed): boolean {
  // Where the target is a component, glass-easel gives what its methods are called on.
  const { is = '' } = event.target as { is?: string }
  return event.getOriginalEvent() !== undefined || is.startsWith(BUILT_IN_PREFIX)
}

function plainEvent({ type, timeStamp, detail, mark, target, currentTarget }: Shadowed) {
  return {
    type,
    timeStamp,
    detail: detail ?? {},
    mark: mark ?? {},
    target: nodeOf(target),
    currentTarget: nodeOf(currentTarget),
    touches: [],
    changedTouches: [],
  }
}

function nodeOf({ id, dataset }: glassEasel.Element) {
  return { id, dataset: { ...(dataset as object) }, offsetLeft: 0, offsetTop: 0 }
}
