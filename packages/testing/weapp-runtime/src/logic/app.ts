// `App()`: the app's definition, and its lifetimes.
import { listAppHooks } from './hooks'
import type { LogicThread } from './thread'

type AppDefinition = Record<string, unknown>

export interface App {
  /** The globals `App` and `getApp`. */
  readonly globals: Readonly<Record<string, unknown>>
  /** Calls a lifetime, if the app has it. */
  notify(lifetime: string, ...parameters: unknown[]): void
}

export function createApp(thread: LogicThread, reportMissing: (what: string) => void): App {
  const app: AppDefinition = {}
  let isDefined = false
  return {
    globals: {
      App: (definition: AppDefinition) => {
        isDefined = true
        Object.assign(app, definition)
        for (const hook of listAppHooks(definition)) reportMissing(hook)
      },
      getApp: ({ allowDefault = false } = {}) => (isDefined || allowDefault ? app : undefined),
    },
    notify: (lifetime, ...parameters) => {
      const method = app[lifetime]
      if (typeof method === 'function') thread.run(() => method.apply(app, parameters))
    },
  }
}
