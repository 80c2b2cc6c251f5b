// Commands of one turn of the event loop go to Redis in one write: each write is a call of the system, and wakes Redis.
// Not by ioredis's own pipelining: a cluster sends a pipeline again after a broken connection, and it may have counted.
import type { Cluster, Redis } from 'ioredis'

/** Call it before each command. */
export type GatherWrites = () => void

export function createWriteGatherer(client: Redis | Cluster): GatherWrites {
  let isGathering = false
  return () => {
    if (isGathering) return
    isGathering = true
    const nodes: readonly Partial<Pick<Redis, 'stream'>>[] = 'nodes' in client ? client.nodes() : [client]
    const streams = nodes.flatMap(({ stream }) => stream ?? [])
    for (const stream of streams) stream.cork()
    setImmediate(() => {
      isGathering = false
      for (const stream of streams) stream.uncork()
    })
  }
}
