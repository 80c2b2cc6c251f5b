// Reports the members of an object that the mini-program uses and the runtime lacks.

export interface MissingMembers {
  /** The object's name, e.g. `wx`: a member is reported as `wx.member`. */
  readonly name: string
  /** @default every name counts as one of WeChat's */
  readonly known?: readonly string[]
  readonly reportMissing: (what: string) => void
}

/** Returns the object behind a proxy that reports every access to a known member that is not there. */
export function withMissingMembers<T extends object>(object: T, { name, known, reportMissing }: MissingMembers): T {
  return new Proxy(object, {
    get: (target, member, receiver) => {
      const isMissing =
        typeof member === 'string' && !(member in target) && (known?.includes(member) ?? member !== 'then')
      if (isMissing) reportMissing(`${name}.${member}`)
      return Reflect.get(target, member, receiver)
    },
  })
}
