// From the view layer to the logic layer: events arrive after the latency, and as JSON.
import * as glassEasel from 'glass-easel'
import { BUILT_IN_PREFIX } from '../built-ins/register'
import { cloneJson } from '../json'
import type { SetDataWatch } from './set-data'
import { readTouches } from './touches'

type Method = (this: unknown, ...parameters: unknown[]) => unknown
type Shadowed = glassEasel.ShadowedEvent<unknown>

/** How the view layer reaches the logic layer. */
export interface Crossing extends SetDataWatch {
  /** Runs work in the logic layer at once. */
  run(work: () => unknown): void
  /** Runs work in the logic layer after the latency. */
  runLater(work: () => unknown): void
  reportMissing(what: string): void
}

/**
 * Wraps handlers for templates. The event of a built-in comes from the view layer, so it arrives later. The event of
 * one of the mini-program's own components stays in the logic layer and arrives at once.
 */
export function toHandlers(methods: object, crossing: Crossing): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(methods).map(([name, method]) => [
      name,
      typeof method === 'function' ? toHandler(method, crossing) : method,
    ]),
  )
}

/** Handlers are also methods of their page or component, which the mini-program may replace. */
const handlers = new WeakSet<object>()

/** Calls functions that were assigned to a page or component that exists as its other handlers, as uni-app needs. */
export function acceptAssignedHandlers(crossing: Crossing): void {
  const { getMethod } = glassEasel.Component
  glassEasel.Component.getMethod = (component, name) => {
    if (component.is.startsWith(BUILT_IN_PREFIX)) return getMethod(component, name)
    const assigned: unknown = Object.getOwnPropertyDescriptor(component.getMethodCaller(), name)?.value
    if (typeof assigned !== 'function' || handlers.has(assigned)) return getMethod(component, name)
    return toHandler(assigned as Method, crossing)
  }
}

function toHandler(method: Method, { run, runLater, reportMissing }: Crossing): Method {
  const handler: Method = function (this: unknown, ...parameters: unknown[]) {
    const [event] = parameters
    if (!isEvent(event)) return method.apply(this, parameters)
    if (isFromView(event)) {
      const plain = cloneJson({ ...toPlainEvent(event), ...readTouches(event.getOriginalEvent()) })
      runLater(() => {
        const result = method.call(this, plain)
        if (plain.type === 'input' && typeof result === 'string') reportMissing('<input bindinput> that returns text')
        return result
      })
    } else {
      run(() => method.call(this, { ...toPlainEvent(event), detail: event.detail }))
    }
    // A result of `false` would stop the event in glass-easel; WeChat ignores it.
    return undefined
  }
  handlers.add(handler)
  return handler
}

function isEvent(value: unknown): value is Shadowed {
  return typeof value === 'object' && value !== null && 'getOriginalEvent' in value
}

function isFromView(event: Shadowed): boolean {
  // If the target is a component, glass-easel passes the object that its methods are called on.
  const { is = '' } = event.target as { is?: string }
  return event.getOriginalEvent() !== undefined || is.startsWith(BUILT_IN_PREFIX)
}

function toPlainEvent({ type, timeStamp, detail, mark, target, currentTarget }: Shadowed) {
  return {
    type,
    timeStamp,
    detail: detail ?? {},
    mark: mark ?? {},
    target: describeNode(target),
    currentTarget: describeNode(currentTarget),
  }
}

/** A node, or the object that the methods of a component are called on. */
type Node = glassEasel.Element & { readonly _$?: glassEasel.Element }

function describeNode(node: Node) {
  const { offsetLeft = 0, offsetTop = 0 } = ((node._$ ?? node).getBackendElement() ?? {}) as Partial<HTMLElement>
  return { id: node.id, dataset: { ...(node.dataset as object) }, offsetLeft, offsetTop }
}
