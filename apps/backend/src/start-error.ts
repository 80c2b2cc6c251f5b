// Why the service does not start. The message is for the person at the terminal: cause and remedy.

export type StartErrorCode = 'demoKeysUnreadable'

export class StartError extends Error {
  override readonly name = 'StartError'

  constructor(
    readonly code: StartErrorCode,
    message: string,
  ) {
    super(message)
  }
}
