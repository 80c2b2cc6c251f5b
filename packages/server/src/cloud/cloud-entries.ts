// Documents of one collection, changed by conditional writes alone: if a read is out of date, the write does not match.
// The stores rely on two facts: the write of one document is atomic, and its `_id` is unique.
import type { CloudCollection, CloudDocument } from './cloud-database'

/** The fields that change while a document exists. */
const CHANGING = ['expiresAt', 'count', 'consent', 'state'] as const
type Changing = (typeof CHANGING)[number]

export interface CloudEntries {
  read(id: string): Promise<CloudDocument | null>
  /** Adds the document and returns `null`; if the id is taken, returns the existing document. */
  addOrFind(document: CloudDocument): Promise<CloudDocument | null>
  /** Returns `false` if the document has changed since it was read. At least one of the fields must change. */
  replace(seen: CloudDocument, by: Partial<Pick<CloudDocument, Changing>>): Promise<boolean>
  /** Returns `true` to one of several racing callers. */
  remove(id: string): Promise<boolean>
}

export function createCloudEntries(collection: CloudCollection): CloudEntries {
  const read = async (id: string) => {
    const { data } = await collection.where({ _id: id }).get()
    return data[0] ?? null
  }
  return {
    read,

    async addOrFind(document) {
      try {
        await collection.add({ data: document })
        return null
      } catch (error) {
        // The SDK reports a taken _id with the code of any failed request, so look for the document instead.
        const existing = await read(document._id)
        if (existing === null) throw error
        return existing
      }
    },

    async replace(seen, by) {
      const known = CHANGING.filter((field) => seen[field] !== undefined).map((field) => [field, seen[field]])
      const { stats } = await collection.where({ _id: seen._id, ...Object.fromEntries(known) }).update({ data: by })
      return stats.updated === 1
    },

    async remove(id) {
      const { stats } = await collection.where({ _id: id }).remove()
      return stats.removed === 1
    },
  }
}
