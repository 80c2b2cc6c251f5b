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
}

/** Thrown when the simulator cannot be started, or cannot do what it is asked to. The message names the remedy. */
export class SimulatorError extends Error {
  override readonly name = 'SimulatorError'
  readonly option: string | undefined
  readonly fields: readonly FieldError[]

  constructor(
    readonly code: SimulatorErrorCode,
    message: string,
    { option, fields = [] }: SimulatorErrorDetails = {},
  ) {
    super(message)
    this.option = option
    this.fields = fields
  }
}
