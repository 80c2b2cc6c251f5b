// What keeps the command from starting, in words for the person at the terminal.

export type CliErrorCode = 'appsFileUnreadable' | 'appsFileInvalid' | 'dataFolderUnusable' | 'keyFileMalformed'

/** The message names the remedy, and no value of what was read. */
export class CliError extends Error {
  override readonly name = 'CliError'

  constructor(
    readonly code: CliErrorCode,
    message: string,
  ) {
    super(message)
  }
}
