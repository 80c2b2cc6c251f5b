// Why the service does not start. The message names cause and remedy for the user at the terminal.

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
