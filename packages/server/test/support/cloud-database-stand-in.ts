// A stand-in for WeChat's cloud database as `wx-server-sdk` 4.0.2 shows it: every call is a round trip with one atomic
// write, reads and writes of racing callers interleave, and an existing `_id` has the error code of any failed request.
import { setImmediate as nextTick } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { CloudCondition, CloudDatabase, CloudDocument } from '../../src/cloud'

export interface CloudDatabaseStandIn extends CloudDatabase {
  readonly documents: Map<string, CloudDocument>
  /** Loses the next write before it is done. */
  loseNextWrite(): void
  /** Loses the answer to the next write after it is done. */
  loseNextAnswer(): void
  /** Makes this many reads stale: they see the documents as they are now. */
  delayReads(count: number): void
}

class Comparison {
  constructor(readonly matches: (value: unknown) => boolean) {}
}

function sdkError(api: string, errCode: number, detail: string): Error {
  const errMsg = `${api}:fail ${errCode} ${detail}`
  return Object.assign(new Error(errMsg), { errCode, errMsg })
}

export function createCloudDatabase(collections: readonly string[] = ['local_number']): CloudDatabaseStandIn {
  const documents = new Map<string, CloudDocument>()
  let lost: 'write' | 'answer' | null = null
  let old: { documents: readonly CloudDocument[]; reads: number } = { documents: [], reads: 0 }

  async function roundTrip<T>(api: string, collection: string, work: () => T): Promise<T> {
    await nextTick()
    if (!collections.includes(collection)) throw sdkError(api, -502005, 'database collection not exists')
    const fault = api.endsWith('get') ? null : lost
    if (fault) lost = null
    if (fault === 'write') throw sdkError(api, -1, 'ECONNREFUSED')
    const answer = structuredClone(work())
    await nextTick()
    if (fault === 'answer') throw sdkError(api, -1, 'ETIMEDOUT')
    return answer
  }

  const findMatches = (condition: CloudCondition, among: Iterable<CloudDocument>) =>
    [...among].filter((document) =>
      Object.entries(condition).every(([field, wanted]) => {
        const value = document[field as keyof CloudDocument]
        return wanted instanceof Comparison ? wanted.matches(value) : value === wanted
      }),
    )

  function readDocuments(): Iterable<CloudDocument> {
    if (old.reads === 0) return documents.values()
    old.reads -= 1
    return old.documents
  }

  return {
    documents,
    loseNextWrite() {
      lost = 'write'
    },
    loseNextAnswer() {
      lost = 'answer'
    },
    delayReads(reads) {
      old = { documents: [...documents.values()], reads }
    },
    command: { lte: (limit) => new Comparison((value) => typeof value === 'number' && value <= limit) },
    collection: (name) => ({
      add: ({ data }) =>
        roundTrip('collection.add', name, () => {
          if (documents.has(data._id)) {
            throw sdkError('collection.add', -502001, `database request fail. E11000 duplicate key error ${data._id}`)
          }
          documents.set(data._id, structuredClone(data))
          return { _id: data._id }
        }),
      where: (condition) => ({
        get: () => roundTrip('collection.get', name, () => ({ data: findMatches(condition, readDocuments()) })),
        update: ({ data }) =>
          roundTrip('collection.update', name, () => {
            const found = findMatches(condition, documents.values())
            // Writing equal values does not count as an update.
            const changed = found.filter((document) => !isDeepStrictEqual(document, { ...document, ...data }))
            for (const document of changed) documents.set(document._id, { ...document, ...data })
            return { stats: { updated: changed.length } }
          }),
        remove: () =>
          roundTrip('collection.remove', name, () => {
            const found = findMatches(condition, documents.values())
            for (const { _id } of found) documents.delete(_id)
            return { stats: { removed: found.length } }
          }),
      }),
    }),
  }
}
