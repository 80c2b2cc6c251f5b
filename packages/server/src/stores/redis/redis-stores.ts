// The stores of many machines: Redis, alone, behind Sentinel, or as a cluster. Each key hashes by its own subject, so
// that no part of a cluster gets more than its share.
import type { Cluster, Redis } from 'ioredis'
import { type KeptCheck, readProgress } from '../check-progress'
import type { Attempt, AttemptStore, ChangedConsent, CounterStore, MemberStore, OnceStore, Stores } from '../stores'
import { createRedisCodeStore } from './code-store'
import { createWriteGatherer } from './gather-writes'
import { toStoreError } from './redis-errors'
import { type RunScript, SCRIPTS, type ScriptName } from './scripts'

export interface RedisStoreOptions {
  /**
   * In front of every key, so that services can share a Redis.
   *
   * @default 'local-number:'
   */
  readonly prefix?: string
}

const PREFIX = 'local-number:'

/**
 * The stores over an ioredis client of one's own. `connectRedisStores` creates a suitable one and checks the server.
 *
 * @param client set `autoResendUnfulfilledCommands: false`, or a counter may count twice when a connection breaks
 */
export function createRedisStores(client: Redis | Cluster, { prefix = PREFIX }: RedisStoreOptions = {}): Stores {
  for (const [name, lua] of Object.entries(SCRIPTS)) client.defineCommand(name, { numberOfKeys: 1, lua })
  const scripts = client as unknown as Record<ScriptName, (...values: readonly unknown[]) => Promise<unknown>>
  const gatherWrites = createWriteGatherer(client)
  const ask: Ask = async (send) => {
    gatherWrites()
    try {
      return await send()
    } catch (error) {
      throw toStoreError(error)
    }
  }
  const runScript: RunScript = (script, ...values) => ask(() => scripts[script](...values))
  return {
    preSigns: createOnceStore(client, ask, `${prefix}once:`),
    attempts: createAttemptStore(runScript, `${prefix}attempt:`),
    counters: createCounterStore({ client, ask, runScript }, `${prefix}counter:`),
    members: createMemberStore(runScript, `${prefix}members:`),
    codes: createRedisCodeStore(runScript, `${prefix}codes:`),
  }
}

/** Sends a command, and explains its failure. */
type Ask = <T>(send: () => Promise<T>) => Promise<T>

function createOnceStore(client: Redis | Cluster, ask: Ask, prefix: string): OnceStore {
  return {
    addOnce: async (key, ttlMs) => (await ask(() => client.set(prefix + key, '', 'PX', ttlMs, 'NX'))) === 'OK',
  }
}

function createAttemptStore(runScript: RunScript, prefix: string): AttemptStore {
  return {
    async put(attemptId, attempt, ttlMs) {
      await runScript('putAttempt', prefix + attemptId, ttlMs, ...listFields(attempt))
    },
    async changeConsent(attemptId, from, to): Promise<ChangedConsent | null> {
      const [changed, ...fields] = (await runScript('changeConsent', prefix + attemptId, from, to)) as [number]
      const kept = readFields(fields)
      return kept && { attempt: toAttempt(kept), changed: changed === 1 }
    },
    async startCheck(attemptId, { request, budgetMs, ttlMs }) {
      const answer = await runScript('startCheck', prefix + attemptId, request, budgetMs, ttlMs)
      const [started, time, ...fields] = answer as [started: number, time: number]
      const kept = readFields(fields)
      if (kept === null) return null
      return { attempt: toAttempt(kept), progress: readProgress(toCheck(kept), { started: started === 1, time }) }
    },
    async finishCheck(attemptId, result, ttlMs) {
      return (await runScript('finishCheck', prefix + attemptId, result, ttlMs)) === 1
    },
  }
}

function listFields(attempt: Attempt): readonly string[] {
  // An optional field may be there and undefined.
  return Object.entries(attempt).flatMap(([field, value]: [string, string | undefined]) =>
    value === undefined ? [] : [field, value],
  )
}

interface Fields extends Attempt {
  readonly request?: string
  readonly until?: string
  readonly result?: string
}

/** Fields and values in turn; none of a key that does not exist. */
function readFields(fields: readonly string[]): Fields | null {
  if (fields.length === 0) return null
  const pairs = fields.flatMap((field, place) => (place % 2 === 0 ? [[field, fields[place + 1]]] : []))
  return Object.fromEntries(pairs)
}

function toAttempt({ request: _request, until: _until, result: _result, ...attempt }: Fields): Attempt {
  return attempt
}

function toCheck({ request, until, result }: Fields): KeptCheck | null {
  return request === undefined ? null : { request, until: Number(until), result: result ?? null }
}

interface Commands {
  readonly client: Redis | Cluster
  readonly ask: Ask
  readonly runScript: RunScript
}

function createCounterStore({ client, ask, runScript }: Commands, prefix: string): CounterStore {
  return {
    async add(key, by, ttlMs) {
      if (by === 0) return Number(await ask(() => client.get(prefix + key)))
      return (await runScript('addToCounter', prefix + key, by, ttlMs)) as number
    },
  }
}

function createMemberStore(runScript: RunScript, prefix: string): MemberStore {
  return {
    async add(key, member, ttlMs) {
      const [size, isNew] = (await runScript('addMember', prefix + key, member, ttlMs)) as [number, number]
      return { size, isNew: isNew === 1 }
    },
    async remove(key, member, withinMs) {
      await runScript('removeMember', prefix + key, member, withinMs)
    },
    async count(key) {
      return (await runScript('countMembers', prefix + key)) as number
    },
    async findExpiry(key, member) {
      const expiry = (await runScript('findExpiry', prefix + key, member)) as number
      return expiry < 0 ? null : expiry
    },
  }
}
