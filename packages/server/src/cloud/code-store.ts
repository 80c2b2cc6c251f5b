// Codes in the cloud database: one document per number, replaced only if it is as it was read.
import { getExpiry, NO_CODES, type NumberState } from '../stores/code-state'
import { createCodeStore } from '../stores/code-store'
import type { CodeStore } from '../stores/codes'
import type { CloudEntries } from './cloud-entries'
import { retry } from './retry'

export function createCloudCodeStore(entries: CloudEntries, now: () => number): CodeStore {
  const find = async (number: string) => {
    const document = await entries.read(`codes:${number}`)
    const time = now()
    const isLive = document?.state !== undefined && document.expiresAt > time
    const state: NumberState = isLive ? JSON.parse(document.state) : NO_CODES
    return { document, state, time }
  }
  return createCodeStore({
    read: find,
    change: (number, step) =>
      retry(async () => {
        const { document, state, time } = await find(number)
        const { answer, next } = step(state, time)
        if (next === undefined) return [answer]
        const by = { state: JSON.stringify(next), expiresAt: getExpiry(next) }
        const isKept = document
          ? await entries.replace(document, by)
          : (await entries.addOrFind({ _id: `codes:${number}`, ...by })) === null
        return isKept ? [answer] : []
      }),
  })
}
