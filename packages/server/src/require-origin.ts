// Which web pages may call. Mini-programs and other servers send no Origin.
import { ServerError } from './errors'

/** Every site: for development. */
const ANY = '*'

/**
 * @param listed origins as browsers write them, or `*`
 * @throws ServerError `originNotAllowed` for a page of another origin, and for one without an origin of its own
 *   (`null`)
 */
export function requireOrigin(origin: string | undefined, listed: readonly string[]): void {
  if (origin === undefined) return
  const isListed = listed.includes(ANY) ? origin !== 'null' : listed.includes(origin)
  if (!isListed) throw new ServerError('originNotAllowed')
}
