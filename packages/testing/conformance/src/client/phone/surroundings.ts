// The global scope of a scenario: the phone's own in place of Node's, and everything put back afterwards.

/** A mini-program has no other way out than `wx.request`. */
const NETWORK_GLOBALS = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'] as const

const CONSOLE_METHODS = ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir', 'table'] as const

/** What guests have been seen to extend. */
const BUILT_INS = ['Object', 'Array', 'String', 'Number', 'Function', 'RegExp', 'Date', 'Promise'] as const

export interface Surroundings {
  /** What was written to the console, as `console.log`. */
  readonly logged: string[]
  /** Globals that were not there before, and what else everybody sees changed, as `Date.prototype.Format`. */
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
  const added = () => Object.getOwnPropertyNames(globalThis).filter((name) => !known.has(name))
  const shared = [
    ...BUILT_INS.map((name) => membersOf(`${name}.prototype`, globalThis[name].prototype)),
    ...Object.entries(globals).map(([name, value]) => membersOf(name, value as object)),
  ]
  const replaced = () => Object.keys(globals).filter((name) => Reflect.get(globalThis, name) !== globals[name])
  process.on('unhandledRejection', onRejection)
  return {
    logged,
    strayGlobals: () => [...added(), ...replaced(), ...shared.flatMap((members) => members.changed())],
    restore() {
      process.off('unhandledRejection', onRejection)
      for (const name of added()) Reflect.deleteProperty(globalThis, name)
      for (const members of shared) members.putBack()
      for (const back of putBack) back()
    },
  }
}

/** What an object that everybody shares holds now, to be compared later. */
function membersOf(label: string, object: object) {
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
    putBack() {
      for (const name of changed()) {
        const was = before.get(name)
        Reflect.deleteProperty(object, name)
        if (was) Object.defineProperty(object, name, was)
      }
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
