// The global scope of the mini-program's own JavaScript: what WeChat's logic layer has, and nothing of a browser.

export interface Realm {
  /**
   * Compiles a file.
   *
   * @param name of the file, for stack traces
   * @returns a function of the named parameters
   */
  compile(source: string, name: string, parameters: readonly string[]): (...values: unknown[]) => unknown
}

/** @param globals are set on the bare scope, e.g. timers */
export type CreateRealm = (globals: Readonly<Record<string, unknown>>) => Realm

/** Names that WeChat wraps every file in as `undefined`: scripts written for web pages look for them. */
export const HIDDEN_NAMES = [
  ...['window', 'document', 'frames', 'self', 'top', 'parent', 'location', 'navigator'],
  ...['localStorage', 'sessionStorage', 'history', 'screen', 'alert', 'confirm', 'prompt'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'webkit'],
]
