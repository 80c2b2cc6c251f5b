// The one error class of this package. Code branches on `code`, never on the message.

/** Stable codes of what can be wrong with a value that this package is asked to compose. */
export type ProtocolErrorCode =
  | 'expandParamsDuplicateKey'
  | 'expandParamsForbiddenKey'
  | 'expandParamsMalformed'
  | 'expandParamsSeparatorInside'
  | 'preSignFieldMalformed'
  | 'timestampOutOfRange'

/** Thrown when a value would not fit the wire. The message names the field and the remedy, never a secret value. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError'

  constructor(
    readonly code: ProtocolErrorCode,
    message: string,
  ) {
    super(message)
  }
}
