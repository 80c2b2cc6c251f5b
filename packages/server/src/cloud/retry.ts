// A change of a document that is lost to a racing one is made again.
import { ServerError } from '../errors'

/** One of several racing changes wins each round. More rounds than this mean that one document is flooded. */
const ROUNDS = 30

/** Tries again while racing calls come first: `tryOnce` then returns nothing. */
export async function retry<T>(tryOnce: () => Promise<readonly [T] | readonly []>): Promise<T> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const done = await tryOnce()
    if (done.length > 0) return done[0] as T
  }
  throw new ServerError('overloaded')
}
