// Of stores that keep receipts; the others pass.
import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import type { ConsentRecord, ReceiptStore } from '../receipts'
import { RECEIPT, race, type StoreHarness, type StoreRule } from './rule'

interface ReceiptHarness {
  readonly receipts: ReceiptStore
  readonly readReceipts: () => Promise<readonly ConsentRecord[]>
  readonly break: StoreHarness['break']
}

const receiptRule = (name: string, check: (harness: ReceiptHarness) => Promise<void>): StoreRule => ({
  name,
  async run({ stores: { receipts }, readReceipts, ...harness }) {
    if (receipts && readReceipts) await check({ receipts, readReceipts, break: harness.break })
  },
})

export const RECEIPT_RULES: readonly StoreRule[] = [
  receiptRule('receipts are kept as they are, in their order', async ({ receipts, readReceipts }) => {
    const bare = { ...RECEIPT, locale: null, textHash: null }
    await receipts.append(RECEIPT)
    await receipts.append(bare)
    deepEqual(await readReceipts(), [RECEIPT, bare])
  }),
  receiptRule('of many racing receipts, equal ones too, each is kept', async ({ receipts, readReceipts }) => {
    await race(20, (index) => receipts.append({ ...RECEIPT, attemptHash: `attempt ${index % 10}` }))
    const kept = await readReceipts()
    equal(kept.length, 20)
    equal(new Set(kept.map(({ attemptHash }) => attemptHash)).size, 10)
  }),
  receiptRule('a receipt whose addition failed is there once or not at all, and the next one is', async (harness) => {
    if (!harness.break) return
    const { receipts, readReceipts } = harness
    const repair = await harness.break()
    await rejects(receipts.append(RECEIPT))
    await repair()
    const next = { ...RECEIPT, attemptHash: 'next' }
    await receipts.append(next)
    const kept = await readReceipts()
    ok(kept.length <= 2)
    deepEqual(kept.at(-1), next)
  }),
]
