// The one error class of this package. Code branches on `code`, never on the message.

/** Stable codes for values that this package cannot put on the wire. */
export type ProtocolErrorCode =
  | 'bindingMalformed'
  | 'expandParamsDuplicateKey'
  | 'expandParamsForbiddenKey'
  | 'expandParamsMalformed'
  | 'expandParamsSeparatorInside'
  | 'preSignFieldMalformed'
  | 'timestampOutOfRange'

/** Thrown for a value that does not fit the wire. The message names the field and the remedy, never a secret value. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError'

  constructor(
    readonly code: ProtocolErrorCode,
    message: string,
  ) {
    super(message)
  }
}
