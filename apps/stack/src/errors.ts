// What can keep the stack from starting, in words for the person at the terminal.

export class StackError extends Error {
  override readonly name = 'StackError'

  constructor(
    readonly code: 'portTaken' | 'portUnusable' | 'demoNotBuilt' | 'demoNotWatched' | 'unknownHandset' | 'noLanAddress',
    message: string,
  ) {
    super(message)
  }
}

/** What to tell the person: an error with a code speaks for itself, any other is a fault of ours and thrown on. */
export function messageOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return error.message
  throw error
}
