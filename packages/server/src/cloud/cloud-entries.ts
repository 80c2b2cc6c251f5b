// Documents of one collection, changed by conditional writes alone: what a read says may be out of date, and then the
// write does not fit. A single document's write is atomic, and its `_id` is unique: that is all the stores rely on.
import type { CloudCollection, CloudDocument } from './cloud-database'

export interface CloudEntries {
  read(id: string): Promise<CloudDocument | null>
  /** Adds the document, or returns the one that is there already. */
  addOrSee(document: CloudDocument): Promise<CloudDocument | null>
  /** `false` when the document is no longer what was seen. At least one of the two fields must change. */
  replace(seen: CloudDocument, by: Pick<CloudDocument, 'count' | 'expiresAt'>): Promise<boolean>
  /** `true` for one of several racing callers. */
  remove(id: string): Promise<boolean>
}

export function createCloudEntries(collection: CloudCollection): CloudEntries {
  const read = async (id: string) => {
    const { data } = await collection.where({ _id: id }).get()
    return data[0] ?? null
  }
  return {
    read,

    async addOrSee(document) {
      try {
        await collection.add({ data: document })
        return null
      } catch (error) {
        // The SDK's code for an _id that is taken is the one for any failed request: the document itself tells.
        const standing = await read(document._id)
        if (standing === null) throw error
        return standing
      }
    },

    async replace({ _id, count, expiresAt }, by) {
      const seen = { _id, expiresAt, ...(count === undefined ? {} : { count }) }
      const { stats } = await collection.where(seen).update({ data: by })
      return stats.updated === 1
    },

    async remove(id) {
      const { stats } = await collection.where({ _id: id }).remove()
      return stats.removed === 1
    },
  }
}
