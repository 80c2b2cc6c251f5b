// The RsaError of an action, so that a test can read all of it.
import { RsaError } from '../../src/index'

export async function rejection(action: () => unknown): Promise<RsaError> {
  try {
    await action()
  } catch (error) {
    if (error instanceof RsaError) return error
    throw error
  }
  throw new Error('It succeeded.')
}
