// What keeps a mini-program from being packed or started, in words for whoever runs it.

/**
 * - `notAMiniProgram`: the folder has no readable `app.json`. Remedy: build it, and name the folder of the build.
 * - `badTemplate`, `badStyle`, `badJson`: a file that does not compile; the message names file and line.
 * - `notBuilt`: the runtime's own script is missing. Remedy: `npm run build` of this package.
 * - `pageNotFound`: a URL without a page in `app.json`.
 * - `tooManyPages`: more than WeChat's 10 pages on the stack.
 * - `moduleNotFound`: a `require` of a file that is not in the package.
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
