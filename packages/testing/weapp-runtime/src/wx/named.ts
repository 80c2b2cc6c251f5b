// An object that says by name which members it lacks.

/**
 * @param name e.g. `wx`; a member is reported as `wx.member`
 * @param known the members that WeChat has; without it any will do
 */
export function named<T extends object>(
  object: T,
  name: string,
  missing: (what: string) => void,
  known?: readonly string[],
): T {
  return new Proxy(object, {
    get: (target, member, receiver) => {
      const lacking =
        typeof member === 'string' && !(member in target) && (known?.includes(member) ?? member !== 'then')
      if (lacking) missing(`${name}.${member}`)
      return Reflect.get(target, member, receiver)
    },
  })
}
