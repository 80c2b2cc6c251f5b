// What a failure of Redis means to a client: try again later, unless the operator has to change something.
import { ServerError } from '../../errors'

/** Replies that no repetition changes: a wrong password, missing rights, a command that this Redis does not know. */
const PERMANENT = /^(?:WRONGPASS|NOAUTH|NOPERM|WRONGTYPE|ERR)\b/

/**
 * Redis that is full, busy, loading, read-only, failing over or out of reach rejects as `overloaded`: whether the call
 * did its work is unknown then, and nothing is signed or verified.
 */
export function toStoreError(error: unknown): unknown {
  const { name, message } = Object(error)
  return name === 'ReplyError' && PERMANENT.test(message) ? error : new ServerError('overloaded', { cause: error })
}
