// The one error of the suite itself: nothing can be said of the subject.

/** The subject cannot be tried at all. The message says why and what to do, without secrets. */
export class Unusable extends Error {
  override readonly name = 'Unusable'
}
