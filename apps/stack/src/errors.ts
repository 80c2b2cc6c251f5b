// What keeps the stack from starting.

export class StackError extends Error {
  override readonly name = 'StackError'

  constructor(
    readonly code: 'portTaken' | 'portUnusable' | 'demoNotBuilt' | 'demoNotWatched' | 'unknownHandset' | 'noLanAddress',
    message: string,
  ) {
    super(message)
  }
}

/**
 * Returns what the terminal shows. An error with a code is meant for the user.
 *
 * @throws any other error, which is a bug
 */
export function toMessage(error: unknown): string {
  if (error instanceof Error && 'code' in error) return error.message
  throw error
}
