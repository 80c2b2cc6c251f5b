// What keeps the journeys from being played, in words for the person at the terminal.

/**
 * - `devToolsNotFound`: no command line of WeChat DevTools where it is usually installed. Remedy: install it, or `--cli`.
 * - `devToolsNotReached`: it did not open its automation port. Remedy: tick 服务端口 in its settings.
 * - `demoNotBuilt`: no compiled mini-program. Remedy: `npm run dev:weapp`, and leave it running.
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
