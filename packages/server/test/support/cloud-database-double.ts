// WeChat's cloud database as `wx-server-sdk` 4.0.2 shows it: every call is a round trip whose one write is atomic, reads
// and writes of racing callers interleave, and errors are the SDK's: a taken `_id` has the code of any failed request.
import { setImmediate as turn } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { CloudCondition, CloudDatabase, CloudDocument } from '../../src/cloud'

export interface CloudDatabaseDouble extends CloudDatabase {
  readonly documents: Map<string, CloudDocument>
  /** The next write never arrives. */
  loseNextWrite(): void
  /** The next write is done, but its answer is lost on the way. */
  loseNextAnswer(): void
  /** Each of these many reads sees the documents as they are now. */
  delayReads(count: number): void
}

class Comparison {
  constructor(readonly fits: (value: unknown) => boolean) {}
}

function sdkError(api: string, errCode: number, detail: string): Error {
  const errMsg = `${api}:fail ${errCode} ${detail}`
  return Object.assign(new Error(errMsg), { errCode, errMsg })
}

export function createCloudDatabaseDouble(collections: readonly string[] = ['local_number']): CloudDatabaseDouble {
  const documents = new Map<string, CloudDocument>()
  let lost: 'write' | 'answer' | null = null
  let old: { documents: readonly CloudDocument[]; reads: number } = { documents: [], reads: 0 }

  async function roundTrip<T>(api: string, collection: string, work: () => T): Promise<T> {
    await turn()
    if (!collections.includes(collection)) throw sdkError(api, -502005, 'database collection not exists')
    const fault = api.endsWith('get') ? null : lost
    if (fault) lost = null
    if (fault === 'write') throw sdkError(api, -1, 'ECONNREFUSED')
    const answer = structuredClone(work())
    await turn()
    if (fault === 'answer') throw sdkError(api, -1, 'ETIMEDOUT')
    return answer
  }

  const fitting = (condition: CloudCondition, among: Iterable<CloudDocument>) =>
    [...among].filter((document) =>
      Object.entries(condition).every(([field, wanted]) => {
        const value = document[field as keyof CloudDocument]
        return wanted instanceof Comparison ? wanted.fits(value) : value === wanted
      }),
    )

  function seen(): Iterable<CloudDocument> {
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
        get: () => roundTrip('collection.get', name, () => ({ data: fitting(condition, seen()) })),
        update: ({ data }) =>
          roundTrip('collection.update', name, () => {
            const found = fitting(condition, documents.values())
            // Writing what is there already is no update.
            const changed = found.filter((document) => !isDeepStrictEqual(document, { ...document, ...data }))
            for (const document of changed) documents.set(document._id, { ...document, ...data })
            return { stats: { updated: changed.length } }
          }),
        remove: () =>
          roundTrip('collection.remove', name, () => {
            const found = fitting(condition, documents.values())
            for (const { _id } of found) documents.delete(_id)
            return { stats: { removed: found.length } }
          }),
      }),
    }),
  }
}
