// What keeps a mini-program from being packed or started.

/**
 * - `notAMiniProgram`: the folder has no readable `app.json`. Remedy: build it, and name the folder of the build.
 * - `badTemplate`, `badStyle`, `badJson`: a file does not compile; the message has file and line.
 * - `notBuilt`: the runtime's own script is missing. Remedy: `npm run build` in this package.
 * - `pageNotFound`: `app.json` has no such page.
 * - `tooManyPages`: more than WeChat's 10 pages are open.
 * - `moduleNotFound`: `require` of a file that is not in the package.
 */
export type RuntimeErrorCode =
  | 'notAMiniProgram'
  | 'badTemplate'
  | 'badStyle'
  | 'badJson'
  | 'notBuilt'
  | 'pageNotFound'
  | 'tooManyPages'
  | 'moduleNotFound'

export class RuntimeError extends Error {
  override readonly name = 'RuntimeError'

  constructor(
    readonly code: RuntimeErrorCode,
    message: string,
  ) {
    super(message)
  }
}
