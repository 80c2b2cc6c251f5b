// Whatever a client sends, and wherever: no whole number, token or key of it is in a trace or in what is told of messages.
import { PATHS } from '@local-number/protocol'
import type { MessageRecord, Simulator } from '../../src'
import { CUSTOMER_PRIVATE_KEY, REGISTERED_APP } from '../support/customer'
import { fetchTextAs } from '../support/host'
import {
  createAttempt,
  createTokenRequest,
  createVerifyRequest,
  obtainToken,
  post,
  retrieveNumber,
} from '../support/phone'
import { startTestSimulator } from '../support/start'

let simulator: Simulator
let told: MessageRecord[]

beforeEach(async () => {
  told = []
  simulator = await startTestSimulator({ onMessage: (message) => told.push(message) })
})

const known = () => JSON.stringify([simulator.traces(), told])

/** Everywhere that a message has room. */
const everywhere = (secret: unknown) => ({
  header: { appId: secret, msgId: secret, timestamp: secret, other: secret },
  body: { sign: secret, accessToken: secret, list: [secret], nested: { deep: secret }, [String(secret)]: '' },
  [String(secret)]: secret,
  top: secret,
})

describe.each(Object.entries(PATHS))('at %s', (_, path) => {
  const send = async (secret: string) => {
    const url = `${simulator.origin}${path}`
    const query = new URLSearchParams({
      appId: secret,
      msgId: secret,
      wxappid: secret,
      expandParams: `a=${secret}`,
      [secret]: '',
    })
    await fetch(`${url}?${query}`, { headers: { referer: `http://127.0.0.1/?${secret}` } })
    const headers = { 'content-type': 'application/json', referer: secret }
    await fetch(url, { method: 'POST', headers, body: JSON.stringify(everywhere(secret)) })
  }

  test.each([
    '13911114444',
    '8613911114444',
    '008613911114444',
    '+86 139 1111 4444',
    '139-1111-4444',
    '%20139%201111%204444',
    '2026060112000000013911114444',
    '013911114444',
    '1795113911114444',
    '1259313911114444',
    '139,1111,4444',
    '139_1111_4444',
  ])('the number in %s', async (written) => {
    await send(written)
    expect(known()).not.toContain('1111')
  })

  test('a token that is still good', async () => {
    const token = await obtainToken(simulator.origin)
    await send(token)
    await send(`t=${token}`)
    expect(known()).not.toContain(token)
  })

  test('the customer’s private key', async () => {
    await send(CUSTOMER_PRIVATE_KEY)
    expect(known()).not.toContain(CUSTOMER_PRIVATE_KEY.slice(20, 80))
  })

  test('the customer’s private key as an .env file has it', async () => {
    const lines = CUSTOMER_PRIVATE_KEY.match(/.{1,64}/g) ?? []
    await send(['-----BEGIN PRIVATE KEY-----', ...lines, '-----END PRIVATE KEY-----'].join('\\n'))
    for (const line of lines) expect(known()).not.toContain(line.slice(0, 8))
  })
})

test('the app’s key, in any message that names the app', async () => {
  const { appId, appKey } = REGISTERED_APP
  const ids = createAttempt()
  await retrieveNumber(simulator.origin, ids, { userInformation: `x${appKey}` })
  await post(
    `${simulator.origin}${PATHS.getToken}`,
    createTokenRequest(ids, { body: { expandParams: `appKey=${appKey}` } }),
  )
  await post(`${simulator.origin}${PATHS.verify}`, { header: { appId }, body: { [appKey]: appKey } })
  expect(known()).not.toContain(appKey)
})

test.each(['$&', "$'", '$`'])('a token and an open phoneNum that begin with %s', async (start) => {
  const [token, phoneNum] = [`${start}${'t'.repeat(30)}`, `${start}13911114444${REGISTERED_APP.appKey}`]
  await post(
    `${simulator.origin}${PATHS.verify}`,
    createVerifyRequest(simulator, { phone: '1', token, body: { token, phoneNum } }),
  )
  for (const secret of [token, '13911114444', REGISTERED_APP.appKey]) expect(known()).not.toContain(secret)
})

test('a handset that is called by its number', async () => {
  const query = new URLSearchParams(createAttempt() as Record<string, string>)
  await fetchTextAs('13911114444.localhost', `${simulator.origin}${PATHS.getMobile}?${query}`)
  expect(simulator.traces(1)).toMatchObject([{ handset: '139****4444' }])
  expect(known()).not.toContain('1111')
})

test('a megabyte of dollar signs is refused like anything else, by a simulator that goes on', async () => {
  const token = "$'$'abcd"
  const body = { token, ...Object.fromEntries(Array.from({ length: 39 }, (_, index) => [index, token.repeat(2900)])) }
  await post(`${simulator.origin}${PATHS.verify}`, { header: {}, body })
  expect(known().length).toBeLessThan(20_000)
})
