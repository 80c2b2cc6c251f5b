import { type BeforeTicket, createMemoryStores, type LogFields } from '../../src'
import { type Business, INFORMATION, OTHER, PHONE, startBusiness } from '../support/business'
import { answerCode } from '../support/platform-stand-in'

const DAY_MS = 86_400_000

let business: Business
const lines: LogFields[] = []

async function start(beforeTicket: BeforeTicket): Promise<void> {
  const write = (fields: LogFields) => void lines.push(fields)
  business = await startBusiness({
    beforeTicket,
    stores: createMemoryStores({ now: () => business.clock.ms }),
    times: { beforeTicketTimeoutMs: 50 },
    log: { info: write, warn: write, error: write },
  })
}

beforeEach(() => {
  lines.length = 0
})

afterEach(() => business.stop())

it('a verified number gets its ticket if the app allows it', async () => {
  await start(() => 'allow')
  expect(await business.login()).toMatchObject({ outcome: 'verified', ticket: expect.any(String) })
})

it('the app gets hashes of number and device, and when they were verified before', async () => {
  const asked = jest.fn<'allow', Parameters<BeforeTicket>>(() => 'allow')
  await start(asked)
  const first = business.clock.ms
  await business.login()
  business.clock.ms += DAY_MS
  await business.login()
  const { attemptId, traceId } = await business.sign()
  await business.verify(attemptId, PHONE, { userInformation: 'another device' })
  const [one, two, three] = asked.mock.calls.map(([verified]) => verified)
  expect(one).toEqual({
    traceId: expect.any(String),
    way: 'sim',
    numberHash: expect.stringMatching(/^[\w-]{43}$/),
    lastVerifiedAt: null,
    device: expect.stringMatching(/^[\w-]{43}$/),
    deviceLastVerifiedAt: null,
  })
  expect(two).toMatchObject({ numberHash: one?.numberHash, lastVerifiedAt: first, deviceLastVerifiedAt: first })
  expect(three).toMatchObject({ traceId, lastVerifiedAt: first + DAY_MS, deviceLastVerifiedAt: null })
  expect(three?.device).not.toBe(one?.device)
  expect(JSON.stringify(asked.mock.calls)).not.toMatch(new RegExp(`${PHONE}|${INFORMATION}`))
})

it('a login that the app refused leaves no trace: a second try is judged as the first', async () => {
  const onlyKnown: BeforeTicket = ({ deviceLastVerifiedAt }) =>
    deviceLastVerifiedAt === null ? { refuse: 'newDevice' } : 'allow'
  await start(onlyKnown)
  for (let login = 0; login < 3; login += 1) {
    await expect(business.login()).rejects.toMatchObject({ code: 'loginRefused' })
  }
})

it('a number and its devices are forgotten after 180 days', async () => {
  const asked = jest.fn<'allow', Parameters<BeforeTicket>>(() => 'allow')
  await start(asked)
  await business.login()
  business.clock.ms += 180 * DAY_MS
  await business.login()
  expect(asked.mock.lastCall?.[0]).toMatchObject({ lastVerifiedAt: null, deviceLastVerifiedAt: null })
})

it('a refusal carries the app’s code, and a repeat is refused without another question', async () => {
  const asked = jest.fn(() => ({ refuse: 'accountFrozen' }))
  await start(asked)
  const { attemptId, traceId } = await business.sign()
  const refusal = { code: 'loginRefused', status: 403, traceId, facts: { reason: 'accountFrozen' } }
  await expect(business.verify(attemptId)).rejects.toMatchObject(refusal)
  await expect(business.verify(attemptId)).rejects.toMatchObject(refusal)
  expect(asked).toHaveBeenCalledTimes(1)
  expect(business.platform.requests).toHaveLength(1)
})

it('an allowed login that is repeated gets its ticket without another question', async () => {
  const asked = jest.fn(() => 'allow' as const)
  await start(asked)
  const { attemptId } = await business.sign()
  await business.verify(attemptId)
  expect(await business.verify(attemptId)).toMatchObject({ ticket: expect.any(String) })
  expect(asked).toHaveBeenCalledTimes(1)
})

it.each<[string, BeforeTicket]>([
  [
    'throws',
    () => {
      throw new Error(`no account for ${PHONE}`)
    },
  ],
  ['rejects', () => Promise.reject(new Error('the database is away'))],
  ['takes too long', () => new Promise(() => undefined)],
  ['answers nothing', () => undefined as never],
  ['answers true', () => true as never],
  ['gives a code that is a sentence', () => ({ refuse: 'this account is frozen' })],
  ['gives a code with a number in it', () => ({ refuse: `frozen:${PHONE}` })],
])('a beforeTicket that %s refuses, and the log says so without the number', async (_, beforeTicket) => {
  await start(beforeTicket)
  await expect(business.login()).rejects.toMatchObject({ code: 'loginRefused', facts: { reason: 'notDecided' } })
  expect(lines.at(-1)).toMatchObject({ err: expect.anything() })
  expect(JSON.stringify(lines)).not.toContain(PHONE)
})

it('is not asked about a number that was not verified', async () => {
  const asked = jest.fn(() => 'allow' as const)
  await start(asked)
  for (const code of ['001', '120020', '999999']) {
    business.platform.answerWith(answerCode(code))
    await business.login(undefined, OTHER)
  }
  expect(asked).not.toHaveBeenCalled()
})

it('without it, nothing of numbers or devices is remembered', async () => {
  const stores = createMemoryStores()
  const add = jest.spyOn(stores.members, 'add')
  business = await startBusiness({ stores })
  await business.login()
  expect(add.mock.calls.map(([key]) => key.split(':')[0])).toEqual(['wrong'])
})
