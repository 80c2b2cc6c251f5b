// The one error of the suite itself: nothing can be said of the subject.

/** The subject cannot be tried at all. The message says why and what to do, without secrets. */
export class Unusable extends Error {
  override readonly name = 'Unusable'

  constructor(
    message: string,
    /** Paths in the message that the user gave: they are shown whole, however long. */
    readonly paths: readonly string[] = [],
  ) {
    super(message)
  }
}
