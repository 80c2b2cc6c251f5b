// There can be a thousand apps and a thousand handsets; one more is refused and changes nothing.
import { CUSTOMER_PRIVATE_KEY, REGISTERED_APP } from '../support/customer'
import { startTestSimulator } from '../support/start'

const LIMIT_REACHED = expect.objectContaining({ code: 'limitReached' })

test('the 1,001st handset is refused', async () => {
  const simulator = await startTestSimulator({ handsets: [] })
  const add = (index: number) =>
    simulator.addHandset({ id: `phone-${index}`, label: '', msisdn: null, carrier: 'CM', network: '4g' })
  for (let index = 1; index <= 1000; index += 1) await add(index)
  await expect(add(1001)).rejects.toEqual(LIMIT_REACHED)
  expect(simulator.handsetOrigin('phone-1000')).toMatch('phone-1000')
  expect(() => simulator.handsetOrigin('phone-1001')).toThrow('this handset does not exist')
})

test('the 1,001st app is refused', async () => {
  // Generating a key for each would take a minute.
  const platformKeys = { privateKey: CUSTOMER_PRIVATE_KEY }
  const createApp = (index: number) => ({ ...REGISTERED_APP, appId: String(300_000_000_000 + index), platformKeys })
  const simulator = await startTestSimulator({ apps: Array.from({ length: 1000 }, (_, index) => createApp(index)) })
  expect(() => simulator.addApp(createApp(1000))).toThrow(LIMIT_REACHED)
  expect(simulator.apps).toHaveLength(1000)
})
