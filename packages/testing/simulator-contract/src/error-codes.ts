// What the simulator refuses, by code. Types only.

/** Codes of the errors that the simulator throws in a program, and of most refusals of the admin API. */
export type SimulatorErrorCode =
  | 'bodyMalformed'
  | 'clockOutOfRange'
  | 'databaseInUse'
  | 'databaseUnusable'
  | 'duplicateApp'
  | 'duplicateHandset'
  | 'faultMalformed'
  | 'fieldsMalformed'
  | 'handsetInUse'
  | 'handsetMalformed'
  | 'hostUnusable'
  | 'keyMalformed'
  | 'limitReached'
  | 'numberRefused'
  | 'portTaken'
  | 'portUnusable'
  | 'tokenRequired'
  | 'tooManyListeners'
  | 'unknownApp'
  | 'unknownFault'
  | 'unknownHandset'
  | 'unknownTrace'

/** Every code that an `AdminError` can have. */
export type AdminErrorCode = SimulatorErrorCode | 'hostNotAllowed' | 'internalError' | 'originNotAllowed' | 'tokenWrong'

/**
 * What is wrong with one field.
 *
 * - `missing`: required, and not given
 * - `unknownField`: the name is not one of the known fields
 * - `wrongType`: e.g. text where a number is expected
 * - `malformed`: the right type, but not the documented form
 * - `notAllowed`: not one of the allowed values, or not together with the other fields
 * - `outOfRange`: a number that is too small or too large
 * - `tooLong`: too many characters or list items
 * - `notAnRsaKey`: not the base64 of an RSA key in DER
 * - `duplicate`: another app or handset has this id
 * - `unknownHandset`: no handset has this id
 */
export type FieldErrorCode =
  | 'missing'
  | 'unknownField'
  | 'wrongType'
  | 'malformed'
  | 'notAllowed'
  | 'outOfRange'
  | 'tooLong'
  | 'notAnRsaKey'
  | 'duplicate'
  | 'unknownHandset'

export interface FieldError {
  /** Where in the request: `appId`, `customerPublicKeys[0]`, `effect.redirect`; `''` for the request as a whole. */
  readonly path: string
  readonly code: FieldErrorCode
  /** English, to be read after the path: "must be 6 to 20 digits". Never contains the refused value. */
  readonly message: string
}

/** How the admin API refuses a request. */
export interface AdminError {
  readonly code: AdminErrorCode
  /** English: what is wrong and what to do about it. */
  readonly message: string
  /** The fields at fault, at most 50; empty if the refusal is not about a field. */
  readonly fields: readonly FieldError[]
}
