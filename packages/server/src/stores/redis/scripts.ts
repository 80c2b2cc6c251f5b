// The steps that one Redis command cannot do, as scripts: each runs alone in the server, on one key, and so in one slot
// of a cluster. Expiry is Redis's own, by its own clock.

/** A script's name as a method of the client, with its source. */
export const SCRIPTS = {
  /** ARGV: by, ttlMs. Returns the sum. */
  addToCounter: `
    local sum = tonumber(redis.call('GET', KEYS[1]) or 0) + ARGV[1]
    if sum <= 0 then
      redis.call('DEL', KEYS[1])
      return 0
    end
    if redis.call('EXISTS', KEYS[1]) == 1 then
      redis.call('SET', KEYS[1], sum, 'KEEPTTL')
    else
      redis.call('SET', KEYS[1], sum, 'PX', ARGV[2])
    end
    return sum`,

  /** ARGV: ttlMs, then fields and values. */
  putAttempt: `
    redis.call('DEL', KEYS[1])
    redis.call('HSET', KEYS[1], unpack(ARGV, 2))
    redis.call('PEXPIRE', KEYS[1], ARGV[1])`,

  /** ARGV: from, to. Returns whether it changed, then fields and values. */
  changeConsent: `
    local attempt = redis.call('HGETALL', KEYS[1])
    local changed = redis.call('HGET', KEYS[1], 'consent') == ARGV[1]
    if changed then redis.call('HSET', KEYS[1], 'consent', ARGV[2]) end
    return { changed and 1 or 0, unpack(attempt) }`,

  /** Returns fields and values. */
  takeAttempt: `
    local attempt = redis.call('HGETALL', KEYS[1])
    if redis.call('HGET', KEYS[1], 'consent') == 'kept' then redis.call('DEL', KEYS[1]) end
    return attempt`,
} as const

export type ScriptName = keyof typeof SCRIPTS
