// What keeps the journeys from being played.

/**
 * - `devToolsNotFound`: the command line of WeChat DevTools was not found. Remedy: install it, or set `--cli`.
 * - `devToolsNotReached`: DevTools did not open its automation port. Remedy: turn on 服务端口 in its settings.
 * - `demoNotBuilt`: the demo is not compiled. Remedy: run `npm run dev:weapp`, and leave it running.
 */
export type DevToolsErrorCode = 'devToolsNotFound' | 'devToolsNotReached' | 'demoNotBuilt'

export class DevToolsError extends Error {
  override readonly name = 'DevToolsError'

  constructor(
    readonly code: DevToolsErrorCode,
    message: string,
  ) {
    super(`${code}: ${message}`)
  }
}
