// What a failure of Redis means to a client: try again later, unless the operator has to change something.
import { ServerError } from '../../errors'

/** Replies that no repetition changes: a wrong password, missing rights, a command that this Redis does not know. */
const PERMANENT = /^(?:WRONGPASS|NOAUTH|NOPERM|WRONGTYPE|ERR)\b/

/**
 * How Redis before 7 begins the reply of a script in which a command failed:
 * `ERR Error running script (call to f_…): @user_script:4: @user_script: 4: -READONLY You can't write …`.
 */
const IN_SCRIPT = /^ERR Error running script .*?@user_script: \d+: -/

/** Returns the reply of the command itself. */
export function readReply(message: string): string {
  return message.replace(IN_SCRIPT, '')
}

/**
 * Redis that is full, busy, loading, read-only, failing over or out of reach rejects as `overloaded`: whether the call
 * did its work is unknown then, and nothing is signed or verified.
 */
export function toStoreError(error: unknown): unknown {
  const { name, message } = Object(error)
  const isPermanent = name === 'ReplyError' && PERMANENT.test(readReply(message))
  return isPermanent ? error : new ServerError('overloaded', { cause: error })
}
