// One address cannot fill the stores in memory for all, through a whole server.
import { createMemoryStores, type MemoryStoreOptions, type Stores } from '../../src'
import {
  type Business,
  createFacts,
  createPreSign,
  createSession,
  createWrongNumber,
  INFORMATION,
  startBusiness,
} from '../support/business'
import { answerCode } from '../support/platform-stand-in'

const CAPACITY = 20

let business: Business

afterEach(() => business.stop())

/** With little room in one kind of store. */
const start = async (kind: keyof Stores) => {
  const now: MemoryStoreOptions['now'] = () => business.clock.ms
  const stores = { ...createMemoryStores({ now }), [kind]: createMemoryStores({ capacity: CAPACITY, now })[kind] }
  business = await startBusiness({ stores })
  business.platform.answerWith(answerCode('001'))
}

/** A login with another session, attempt and wrong number each. Returns its outcome, or the code of its refusal. */
const logIn = async (index: number, address: string): Promise<string> => {
  const facts = createFacts({ address })
  const body = { preSign: createPreSign(business.clock.ms), consent: { version: '2026-01' }, session: createSession() }
  try {
    const { attemptId } = await business.server.sign(body, facts)
    const verify = { attemptId, phone: createWrongNumber(index), token: 'token', userInformation: INFORMATION }
    return (await business.server.verify(verify, facts)).outcome
  } catch (error) {
    return Object(error).code
  }
}

it.each(['preSigns', 'attempts', 'members'] as const)(
  'who fills the %s is refused at a share of the room, and others still log in',
  async (kind) => {
    await start(kind)
    const outcomes: string[] = []
    for (let index = 0; index < 2 * CAPACITY; index += 1) outcomes.push(await logIn(index, '203.0.113.7'))
    expect(outcomes.slice(0, CAPACITY / 2)).toEqual(Array(CAPACITY / 2).fill('notThisNumber'))
    expect(outcomes.slice(CAPACITY / 2)).toEqual(Array(1.5 * CAPACITY).fill('overloaded'))
    expect(await logIn(100, '203.0.113.8')).toBe('notThisNumber')
    expect(await logIn(101, '2001:db8::1')).toBe('notThisNumber')
  },
)

it('who fills the counters is refused at a share of the room, and others still log in', async () => {
  await start('counters')
  const site = (network: number) => `2001:db8:0:${network.toString(16)}::1`
  const outcomes: string[] = []
  for (let index = 0; index < 2 * CAPACITY; index += 1) outcomes.push(await logIn(index, site(index)))
  expect(outcomes.at(-1)).toBe('overloaded')
  expect(await logIn(100, '203.0.113.8')).toBe('notThisNumber')
})
