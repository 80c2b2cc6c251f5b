// The global scope of a scenario: the phone's own in place of Node's, and everything put back afterwards.

/** A mini-program has no other way out than `wx.request`. */
const NETWORK_GLOBALS = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'] as const

const CONSOLE_METHODS = ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir', 'table'] as const

export interface Surroundings {
  /** What was written to the console, as `console.log`. */
  readonly logged: string[]
  /** Globals that were not there before. */
  strayGlobals(): string[]
  restore(): void
}

export interface SurroundingsOptions {
  /** Stand in for the globals of these names. */
  readonly globals: Readonly<Record<string, unknown>>
  /** Rejections that nobody handled. */
  readonly onRejection: (reason: unknown) => void
}

export function enterSurroundings({ globals, onRejection }: SurroundingsOptions): Surroundings {
  const logged: string[] = []
  const absent = Object.fromEntries(NETWORK_GLOBALS.map((name) => [name, undefined]))
  const putBack = [
    ...replaceAll(globalThis, { ...absent, ...globals }),
    ...replaceAll(
      console,
      Object.fromEntries(CONSOLE_METHODS.map((name) => [name, () => void logged.push(`console.${name}`)])),
    ),
  ]
  const known = new Set(Object.getOwnPropertyNames(globalThis))
  const strayGlobals = () => Object.getOwnPropertyNames(globalThis).filter((name) => !known.has(name))
  process.on('unhandledRejection', onRejection)
  return {
    logged,
    strayGlobals,
    restore() {
      process.off('unhandledRejection', onRejection)
      for (const name of strayGlobals()) Reflect.deleteProperty(globalThis, name)
      for (const back of putBack) back()
    },
  }
}

/** @returns what undoes each replacement */
function replaceAll(target: object, values: Readonly<Record<string, unknown>>): (() => void)[] {
  return Object.entries(values).map(([name, value]) => {
    const before = Object.getOwnPropertyDescriptor(target, name)
    Object.defineProperty(target, name, { value, configurable: true, writable: true, enumerable: true })
    return () => {
      if (before === undefined) Reflect.deleteProperty(target, name)
      else Object.defineProperty(target, name, before)
    }
  })
}
