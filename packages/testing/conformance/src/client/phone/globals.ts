// Replaces Node's globals by the phone's for one scenario, and restores them afterwards.

/** In a mini-program, only `wx.request` reaches a network. */
const NETWORK_GLOBALS = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'] as const

const CONSOLE_METHODS = ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir', 'table'] as const

/** Built-ins that SDKs are known to extend. */
const BUILT_INS = ['Object', 'Array', 'String', 'Number', 'Function', 'RegExp', 'Date', 'Promise'] as const

export interface PhoneGlobals {
  /** The methods of the console that were called, e.g. `console.log`. */
  readonly logged: string[]
  /** Lists new globals, and changes to what all code shares, e.g. `Date.prototype.Format`. */
  listChanges(): string[]
  restore(): void
}

export interface GlobalsOptions {
  /** The phone's globals by name. */
  readonly globals: Readonly<Record<string, unknown>>
  /** Receives the reasons of unhandled rejections. */
  readonly onRejection: (reason: unknown) => void
}

export function replaceGlobals({ globals, onRejection }: GlobalsOptions): PhoneGlobals {
  const logged: string[] = []
  const absent = Object.fromEntries(NETWORK_GLOBALS.map((name) => [name, undefined]))
  const restores = [
    ...replaceMembers(globalThis, { ...absent, ...globals }),
    ...replaceMembers(
      console,
      Object.fromEntries(CONSOLE_METHODS.map((name) => [name, () => void logged.push(`console.${name}`)])),
    ),
  ]
  const known = new Set(Object.getOwnPropertyNames(globalThis))
  const added = () => Object.getOwnPropertyNames(globalThis).filter((name) => !known.has(name))
  const shared = [
    ...BUILT_INS.map((name) => watchMembers(`${name}.prototype`, globalThis[name].prototype)),
    ...Object.entries(globals).map(([name, value]) => watchMembers(name, value as object)),
  ]
  const replaced = () => Object.keys(globals).filter((name) => Reflect.get(globalThis, name) !== globals[name])
  process.on('unhandledRejection', onRejection)
  return {
    logged,
    listChanges: () => [...added(), ...replaced(), ...shared.flatMap((members) => members.changed())],
    restore() {
      process.off('unhandledRejection', onRejection)
      for (const name of added()) Reflect.deleteProperty(globalThis, name)
      for (const members of shared) members.restore()
      for (const restore of restores) restore()
    },
  }
}

/** Remembers the members of an object that all code shares, to compare and restore them later. */
function watchMembers(label: string, object: object) {
  const before = new Map(Object.entries(Object.getOwnPropertyDescriptors(object)))
  const isAsBefore = ([name, { value, get }]: [string, PropertyDescriptor]) => {
    const was = before.get(name)
    return was !== undefined && was.value === value && was.get === get
  }
  const changed = () =>
    Object.entries(Object.getOwnPropertyDescriptors(object))
      .filter((member) => !isAsBefore(member))
      .map(([name]) => name)
  return {
    changed: () => changed().map((name) => `${label}.${name}`),
    restore() {
      for (const name of changed()) {
        const was = before.get(name)
        Reflect.deleteProperty(object, name)
        if (was) Object.defineProperty(object, name, was)
      }
    },
  }
}

/** Returns functions that undo the replacements. */
function replaceMembers(target: object, values: Readonly<Record<string, unknown>>): (() => void)[] {
  return Object.entries(values).map(([name, value]) => {
    const before = Object.getOwnPropertyDescriptor(target, name)
    Object.defineProperty(target, name, { value, configurable: true, writable: true, enumerable: true })
    return () => {
      if (before === undefined) Reflect.deleteProperty(target, name)
      else Object.defineProperty(target, name, before)
    }
  })
}
