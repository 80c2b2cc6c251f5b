// Where the mini-program's own JavaScript runs: a global scope with what WeChat's logic layer has, and nothing of a browser.

/** A global scope of its own. */
export interface Realm {
  /**
   * @param name of the file, for stack traces
   * @returns the source as a function of the named parameters
   */
  compile(source: string, name: string, parameters: readonly string[]): (...values: unknown[]) => unknown
}

/** What WeChat wraps every file in, with `undefined` for each: https pages of the web look for these. */
export const HIDDEN_NAMES = [
  ...[
    'window',
    'document',
    'frames',
    'self',
    'top',
    'parent',
    'location',
    'navigator',
    'localStorage',
    'sessionStorage',
  ],
  ...['history', 'screen', 'alert', 'confirm', 'prompt', 'fetch', 'XMLHttpRequest', 'WebSocket', 'webkit'],
] as const

/** What the logic layer has beside JavaScript itself. */
export const TIMERS = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] as const
