// What can keep the stack from starting, in words for the person at the terminal.

export class StackError extends Error {
  override readonly name = 'StackError'

  constructor(
    readonly code: 'portTaken' | 'demoNotBuilt' | 'badConfiguration' | 'unknownHandset',
    message: string,
  ) {
    super(message)
  }
}
