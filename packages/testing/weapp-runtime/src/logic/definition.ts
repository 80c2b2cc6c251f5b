// What a mini-program passes to `Component()` and `Behavior()`, as glass-easel accepts it.
import * as glassEasel from 'glass-easel'
import { cloneData } from '../json'
import { type Crossing, toHandlers } from './events'
import { toLifetimes } from './lifetimes'
import { checkSetData } from './set-data'

export type Definition = Record<string, unknown>

/** What glass-easel calls lifetimes and methods on. */
interface Caller {
  readonly _$: glassEasel.GeneralComponent
  setData(data: object, callback?: () => void): void
}

/**
 * Carries a component's data to the view layer: as a copy, and with a callback once the view has it. `ready` comes once
 * the view has drawn the component.
 */
export function createCrossingBehavior(crossing: Crossing): Definition {
  const { runLater } = crossing
  return {
    created(this: Caller) {
      const { setData } = this
      this.setData = (data, callback) => {
        if (checkSetData(data, crossing)) setData.call(this, cloneData(data))
        // The latency counts twice: to the view, and back with the confirmation.
        if (callback) runLater(() => runLater(() => callback.call(this)))
      }
    },
    attached(this: Caller) {
      const component = this._$
      runLater(() => {
        if (glassEasel.Element.isAttached(component)) component.triggerLifetime('ready', [])
      })
    },
  }
}

const LIFETIMES = ['created', 'attached', 'ready', 'moved', 'detached', 'error'] as const
const LIFETIME_GROUPS = ['lifetimes', 'pageLifetimes', 'observers'] as const

export function toComponentDefinition(definition: Definition, crossing: Crossing): Definition {
  const { methods, properties } = definition
  const topLevel = Object.fromEntries(
    LIFETIMES.filter((name) => name in definition).map((name) => [name, definition[name]]),
  )
  const groups = LIFETIME_GROUPS.flatMap((name) => {
    const group = definition[name]
    // WeChat's older form of observers is an array.
    return isRecord(group) && !Array.isArray(group) ? [[name, toLifetimes(group, crossing.run)]] : []
  })
  return {
    ...definition,
    ...toLifetimes(topLevel, crossing.run),
    ...Object.fromEntries(groups),
    ...(methods ? { methods: toHandlers(methods, crossing) } : {}),
    ...(properties ? { properties: convertTypes(properties) } : {}),
  }
}

/** The mini-program's `String` belongs to its own realm and is not the one that glass-easel compares with. */
const TYPES: Readonly<Record<string, unknown>> = { String, Number, Boolean, Array, Object, Function }

function convertTypes(properties: object): Definition {
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [
      name,
      isRecord(property) ? { ...property, ...convertPropertyTypes(property) } : convertType(property),
    ]),
  )
}

function convertPropertyTypes({ type, optionalTypes }: { type?: unknown; optionalTypes?: unknown }) {
  const types = Array.isArray(optionalTypes) ? { optionalTypes: optionalTypes.map(convertType) } : {}
  return { type: convertType(type), ...types }
}

function convertType(type: unknown): unknown {
  return typeof type === 'function' ? (TYPES[type.name] ?? null) : type
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
