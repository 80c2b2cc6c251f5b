// Where a server keeps its receipts.
import { type ConsentRecord, createMemoryStores, type LogFields } from '../../src'
import { type Business, startBusiness } from '../support/business'

let business: Business

afterEach(() => business.stop())

const lines: LogFields[] = []
const log = { info: (fields: LogFields) => void lines.push(fields), warn: () => undefined, error: () => undefined }
const findLogged = () => lines.filter((fields) => 'sessionHash' in fields)

beforeEach(() => {
  lines.length = 0
})

function createReceipts() {
  const kept: ConsentRecord[] = []
  return { kept, append: jest.fn(async (receipt: ConsentRecord) => void kept.push(receipt)) }
}

it('stores with receipts keep them, and the log has no line', async () => {
  const receipts = createReceipts()
  business = await startBusiness({ log, stores: { ...createMemoryStores(), receipts } })
  const { traceId } = await business.sign()
  expect(receipts.kept).toMatchObject([{ version: '2026-01', traceId }])
  expect(findLogged()).toEqual([])
})

it('onConsent gets them besides', async () => {
  const [receipts, onConsent] = [createReceipts(), jest.fn()]
  business = await startBusiness({ log, stores: { ...createMemoryStores(), receipts }, onConsent })
  await business.sign()
  expect(onConsent.mock.calls).toEqual([receipts.kept])
  expect(findLogged()).toEqual([])
})

it('stores without receipts leave them to onConsent alone', async () => {
  const onConsent = jest.fn()
  business = await startBusiness({ log, onConsent })
  await business.sign()
  expect(onConsent).toHaveBeenCalledTimes(1)
  expect(findLogged()).toEqual([])
})

it('with neither, a line in the log is the receipt', async () => {
  business = await startBusiness({ log })
  const { traceId } = await business.sign()
  expect(findLogged()).toEqual([
    {
      way: 'sim',
      version: '2026-01',
      locale: null,
      textHash: null,
      at: '2026-11-22T04:00:00.000Z',
      traceId,
      sessionHash: expect.any(String),
      attemptHash: expect.any(String),
    },
  ])
})

it('with neither, nothing is signed while the log loses lines', async () => {
  let dropping = true
  business = await startBusiness({ log: { ...log, isDropping: () => dropping } })
  await expect(business.sign()).rejects.toMatchObject({ code: 'overloaded' })
  dropping = false
  expect(await business.sign()).toHaveProperty('traceId')
})

it.each(['the stores', 'onConsent'])('if %s cannot keep one, nothing is signed', async (what) => {
  const receipts = createReceipts()
  const onConsent = jest.fn()
  if (what === 'onConsent') onConsent.mockRejectedValue(new Error('disk full'))
  else receipts.append.mockRejectedValue(new Error('disk full'))
  business = await startBusiness({ stores: { ...createMemoryStores(), receipts }, onConsent })
  await expect(business.sign()).rejects.toThrow('disk full')
})
