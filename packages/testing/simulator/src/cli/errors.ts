// Errors that prevent the command from starting.

export type CliErrorCode = 'appsFileUnreadable' | 'appsFileInvalid' | 'dataFolderUnusable' | 'keyFileMalformed'

/** The message names the remedy, and never the content of a file. */
export class CliError extends Error {
  override readonly name = 'CliError'

  constructor(
    readonly code: CliErrorCode,
    message: string,
  ) {
    super(message)
  }
}
