// Numbers, tokens and keys from any field of a request are in no trace and in no message record.
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
let messages: MessageRecord[]

beforeEach(async () => {
  messages = []
  simulator = await startTestSimulator({ onMessage: (message) => messages.push(message) })
})

const getRecords = () => JSON.stringify([simulator.traces(), messages])

/** A message with the secret in every place. */
const createMessage = (secret: unknown) => ({
  header: { appId: secret, msgId: secret, timestamp: secret, other: secret },
  body: { sign: secret, accessToken: secret, list: [secret], nested: { deep: secret }, [String(secret)]: '' },
  [String(secret)]: secret,
  top: secret,
})

/** The number's own end, however it is separated. Random ids may contain a part of it. */
const NUMBER = /1111(?:%20|[^0-9a-z])*4444/i

describe.each(Object.entries(PATHS))('a call of %s leaves no trace of', (_, path) => {
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
    await fetch(url, { method: 'POST', headers, body: JSON.stringify(createMessage(secret)) })
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
  ])('the phone number in %s', async (written) => {
    await send(written)
    expect(getRecords()).not.toMatch(NUMBER)
  })

  test('a token that is still valid', async () => {
    const token = await obtainToken(simulator.origin)
    await send(token)
    await send(`t=${token}`)
    expect(getRecords()).not.toContain(token)
  })

  test('the customer’s private key', async () => {
    await send(CUSTOMER_PRIVATE_KEY)
    expect(getRecords()).not.toContain(CUSTOMER_PRIVATE_KEY.slice(20, 80))
  })

  test('the customer’s private key as in an .env file', async () => {
    const lines = CUSTOMER_PRIVATE_KEY.match(/.{1,64}/g) ?? []
    await send(['-----BEGIN PRIVATE KEY-----', ...lines, '-----END PRIVATE KEY-----'].join('\\n'))
    for (const line of lines) expect(getRecords()).not.toContain(line.slice(0, 8))
  })
})

test('a message that names an app leaves no trace of its appKey', async () => {
  const { appId, appKey } = REGISTERED_APP
  const ids = createAttempt()
  await retrieveNumber(simulator.origin, ids, { userInformation: `x${appKey}` })
  await post(
    `${simulator.origin}${PATHS.getToken}`,
    createTokenRequest(ids, { body: { expandParams: `appKey=${appKey}` } }),
  )
  await post(`${simulator.origin}${PATHS.verify}`, { header: { appId }, body: { [appKey]: appKey } })
  expect(getRecords()).not.toContain(appKey)
})

test.each(['$&', "$'", '$`'])(
  'a token and an unencrypted phoneNum that begin with %s leave no trace',
  async (start) => {
    const [token, phoneNum] = [`${start}${'t'.repeat(30)}`, `${start}13911114444${REGISTERED_APP.appKey}`]
    await post(
      `${simulator.origin}${PATHS.verify}`,
      createVerifyRequest(simulator, { phone: '1', token, body: { token, phoneNum } }),
    )
    for (const secret of [token, '13911114444', REGISTERED_APP.appKey]) expect(getRecords()).not.toContain(secret)
  },
)

test('a handset whose id is a phone number is masked', async () => {
  const query = new URLSearchParams(createAttempt() as Record<string, string>)
  await fetchTextAs('13911114444.localhost', `${simulator.origin}${PATHS.getMobile}?${query}`)
  expect(simulator.traces(1)).toMatchObject([{ handset: '139****4444' }])
  expect(getRecords()).not.toMatch(NUMBER)
})

test('a megabyte of dollar signs is refused and does not stop the simulator', async () => {
  const token = "$'$'abcd"
  const body = { token, ...Object.fromEntries(Array.from({ length: 39 }, (_, index) => [index, token.repeat(2900)])) }
  await post(`${simulator.origin}${PATHS.verify}`, { header: {}, body })
  expect(getRecords().length).toBeLessThan(20_000)
})
