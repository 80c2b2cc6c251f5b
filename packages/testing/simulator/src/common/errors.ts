// The one error class of the simulator's own API. What goes wrong on the wire is a return code, not an error.

import type { FieldError, SimulatorErrorCode } from '@local-number/simulator-contract'

export interface SimulatorErrorDetails {
  /** The option that caused the error, if one alone did. */
  readonly option?: string
  /**
   * The fields that were refused.
   *
   * @default []
   */
  readonly fields?: readonly FieldError[]
  /** What is wrong, if `message` also contains a remedy that may not fit the caller. */
  readonly problem?: string
  /** The host and port that could not be opened. */
  readonly host?: string
  readonly port?: number
}

/** Thrown when the simulator cannot be started, or cannot do what it is asked to. The message names the remedy. */
export class SimulatorError extends Error {
  override readonly name = 'SimulatorError'
  readonly option: string | undefined
  readonly fields: readonly FieldError[]
  /** What is wrong: the message, or the message without its remedy. */
  readonly problem: string
  readonly host: string | undefined
  readonly port: number | undefined

  constructor(
    readonly code: SimulatorErrorCode,
    message: string,
    { option, fields = [], problem = message, host, port }: SimulatorErrorDetails = {},
  ) {
    super(message)
    this.option = option
    this.fields = fields
    this.problem = problem
    this.host = host
    this.port = port
  }
}
