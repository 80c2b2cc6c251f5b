// The error of the suite itself: the subject cannot be tested.

/** The subject cannot be tested. The message states why, and what to do, without secrets. */
export class Unusable extends Error {
  override readonly name = 'Unusable'

  constructor(
    message: string,
    /** Paths in the message that the user passed. They are shown in full. */
    readonly paths: readonly string[] = [],
  ) {
    super(message)
  }
}
