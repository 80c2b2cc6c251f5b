// A desk has room for a thousand of each: whoever wants more is told, and nothing is lost.
import { CUSTOMER_PRIVATE_KEY, REGISTERED_APP } from '../support/customer'
import { startTestSimulator } from '../support/start'

const FULL = expect.objectContaining({ code: 'limitReached' })

test('the 1,001st handset is refused', async () => {
  const simulator = await startTestSimulator({ handsets: [] })
  const add = (place: number) =>
    simulator.addHandset({ id: `phone-${place}`, label: '', msisdn: null, carrier: 'CM', network: '4g' })
  for (let place = 1; place <= 1000; place += 1) await add(place)
  await expect(add(1001)).rejects.toEqual(FULL)
  expect(simulator.handsetOrigin('phone-1000')).toMatch('phone-1000')
  expect(() => simulator.handsetOrigin('phone-1001')).toThrow('no handset is called "phone-1001"')
})

test('the 1,001st app is refused', async () => {
  // To make a key for each would take a minute.
  const platformKeys = { privateKey: CUSTOMER_PRIVATE_KEY }
  const app = (place: number) => ({ ...REGISTERED_APP, appId: String(300_000_000_000 + place), platformKeys })
  const simulator = await startTestSimulator({ apps: Array.from({ length: 1000 }, (_, place) => app(place)) })
  expect(() => simulator.addApp(app(1000))).toThrow(FULL)
  expect(simulator.apps).toHaveLength(1000)
})
