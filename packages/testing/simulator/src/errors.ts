// The one error class of the simulator's own API. What goes wrong on the wire is a return code, not an error.

import type { SimulatorErrorCode } from '@local-number/simulator-contract'

/** Thrown when the simulator is set up or told to do something that cannot be. The message names the remedy. */
export class SimulatorError extends Error {
  override readonly name = 'SimulatorError'

  constructor(
    readonly code: SimulatorErrorCode,
    message: string,
    /** The option that chose what cannot be, where one alone did. */
    readonly option?: string,
  ) {
    super(message)
  }
}
