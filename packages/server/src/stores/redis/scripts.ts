// The steps that one Redis command cannot do, as scripts: each runs alone in the server, on one key, and so in one slot
// of a cluster. Expiry is Redis's own, by its own clock.

/** The server's own clock, in ms since 1970. */
const NOW = `
    local time = redis.call('TIME')
    local now = time[1] * 1000 + math.floor(time[2] / 1000)`

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

  /**
   * ARGV: request, budgetMs, ttlMs. Returns whether it started, the time in ms since 1970, then fields and values as
   * they are now.
   */
  startCheck: `
    ${NOW}
    local attempt = redis.call('HMGET', KEYS[1], 'consent', 'request')
    local started = attempt[1] == 'kept' and not attempt[2]
    if started then
      redis.call('HSET', KEYS[1], 'request', ARGV[1], 'until', string.format('%.0f', now + ARGV[2]))
      redis.call('PEXPIRE', KEYS[1], ARGV[3])
    end
    return { started and 1 or 0, now, unpack(redis.call('HGETALL', KEYS[1])) }`,

  /** ARGV: result, ttlMs. Returns whether it was kept. */
  finishCheck: `
    ${NOW}
    local check = redis.call('HMGET', KEYS[1], 'until', 'result')
    if not check[1] or check[2] or tonumber(check[1]) <= now then return 0 end
    redis.call('HSET', KEYS[1], 'result', ARGV[1])
    redis.call('PEXPIRE', KEYS[1], ARGV[2])
    return 1`,

  /** A sorted set, by expiry. ARGV: member, ttlMs. Returns how many there are, and whether it is new. */
  addMember: `
    ${NOW}
    redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
    local isNew = redis.call('ZADD', KEYS[1], 'GT', now + ARGV[2], ARGV[1])
    local last = redis.call('ZRANGE', KEYS[1], -1, -1, 'WITHSCORES')
    redis.call('PEXPIREAT', KEYS[1], string.format('%.0f', last[2]))
    return { redis.call('ZCARD', KEYS[1]), isNew }`,

  /** ARGV: member, withinMs. */
  removeMember: `
    ${NOW}
    local expiry = tonumber(redis.call('ZSCORE', KEYS[1], ARGV[1]) or -1)
    if expiry <= now + ARGV[2] then redis.call('ZREM', KEYS[1], ARGV[1]) end`,

  /** Returns how many there are. */
  countMembers: `
    ${NOW}
    return redis.call('ZCOUNT', KEYS[1], '(' .. string.format('%.0f', now), '+inf')`,

  /** ARGV: member. Returns when it expires, in ms since 1970; -1 if it is not there. */
  findExpiry: `
    ${NOW}
    local expiry = tonumber(redis.call('ZSCORE', KEYS[1], ARGV[1]) or -1)
    return expiry > now and expiry or -1`,

  /** Returns the time in ms since 1970, and the text; an empty one if there is none. */
  readCodes: `
    ${NOW}
    return { now, redis.call('GET', KEYS[1]) or '' }`,

  /** ARGV: the text as it was read, the next one, ttlMs. Returns whether it was replaced. */
  replaceCodes: `
    if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end
    redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
    return 1`,
} as const

export type ScriptName = keyof typeof SCRIPTS

/** Runs a script on its one key. */
export type RunScript = (script: ScriptName, key: string, ...values: readonly (string | number)[]) => Promise<unknown>
