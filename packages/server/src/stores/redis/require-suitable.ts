// What a Redis must be, by what it says of itself at the start. A proxy may hide any of it.
import type { Redis } from 'ioredis'
import { ServerError } from '../../errors'

/** Whose `ZADD GT` the scripts need. */
const OLDEST = [6, 2] as const

/** By section of INFO, the problem that it tells, as a sentence with its remedy. */
const CHECKS: Readonly<Record<string, (info: string) => string | null>> = {
  server(info) {
    const [, version = '', major, minor] = /^redis_version:((\d+)\.(\d+)\S*)/m.exec(info) ?? []
    if (version === '') return null
    const isOld = Number(major) < OLDEST[0] || (Number(major) === OLDEST[0] && Number(minor) < OLDEST[1])
    return isOld ? `Redis ${version} is too old: use ${OLDEST.join('.')} or later` : null
  },
  /** Any other policy deletes entries that have not expired: a pre-sign could then be signed again. */
  memory(info) {
    const policy = /^maxmemory_policy:(\S+)/m.exec(info)?.[1] ?? 'noeviction'
    if (policy === 'noeviction') return null
    return `set maxmemory-policy noeviction in Redis: ${policy} drops entries that are still needed`
  },
}

/** @throws ServerError `storeUnusable` */
export async function requireSuitable(node: Pick<Redis, 'info'>): Promise<void> {
  for (const [section, findProblem] of Object.entries(CHECKS)) {
    const problem = findProblem(await node.info(section))
    if (problem !== null) throw new ServerError('storeUnusable', { detail: problem })
  }
}
