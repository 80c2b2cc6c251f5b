// The way from the view layer to the logic layer: events arrive later, and as JSON.
import type * as glassEasel from 'glass-easel'
import { BUILT_IN_PREFIX } from '../built-ins/register'
import { touchesOf } from './touches'

/** JSON over and back, as everything between the two layers. */
export function cloned<T>(value: T): T {
  return value === undefined ? value : JSON.parse(JSON.stringify(value))
}

type Method = (this: unknown, ...parameters: unknown[]) => unknown
type Shadowed = glassEasel.ShadowedEvent<unknown>

/** How handlers are reached. */
export interface Crossing {
  /** Runs in the logic layer, at once. */
  now(work: () => unknown): void
  /** Runs in the logic layer, after the latency. */
  later(work: () => unknown): void
  missing(what: string): void
}

/**
 * Handlers of a page or component as templates may call them. An event of a built-in crosses from the other layer; one that
 * a component of the mini-program triggers stays in the logic layer and arrives at once.
 */
export function asHandlers(methods: object, crossing: Crossing): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(methods).map(([name, method]) => [
      name,
      typeof method === 'function' ? asHandler(method, crossing) : method,
    ]),
  )
}

function asHandler(method: Method, { now, later, missing }: Crossing): Method {
  return function (this: unknown, ...parameters: unknown[]) {
    const [event] = parameters
    if (!isEvent(event)) return method.apply(this, parameters)
    // What a handler returns is nothing to the framework, which would take `false` for "stop here".
    if (fromView(event)) {
      const plain = cloned({ ...plainEvent(event), ...touchesOf(event.getOriginalEvent()) })
      later(() => {
        const result = method.call(this, plain)
        if (plain.type === 'input' && typeof result === 'string') missing('<input bindinput> that returns text')
        return result
      })
    } else {
      now(() => method.call(this, { ...plainEvent(event), detail: event.detail }))
    }
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
  }
}

/** A node, or what the methods of a component are called on. */
type Node = glassEasel.Element & { readonly _$?: glassEasel.Element }

function nodeOf(node: Node) {
  const { offsetLeft = 0, offsetTop = 0 } = ((node._$ ?? node).getBackendElement() ?? {}) as Partial<HTMLElement>
  return { id: node.id, dataset: { ...(node.dataset as object) }, offsetLeft, offsetTop }
}
