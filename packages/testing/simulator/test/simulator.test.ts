// Starting, changing and stopping a simulator.
import { createPrivateKey, sign } from 'node:crypto'
import { findFreeRow } from '@local-number/service-kit/free-ports'
import { DEFAULT_HANDSETS, DEMO_APP, startSimulator } from '../src'
import { CUSTOMER_PUBLIC_KEY, REGISTERED_APP, signText } from './support/customer'
import { createAttempt, getToken, obtainToken, retrieveNumber, verify } from './support/phone'
import { startTestSimulator } from './support/start'
import { keys } from './vectors/rsautils-jdk.json'

test('without options there is a demo app with a private key that signs for it', async () => {
  const simulator = await startTestSimulator({ apps: undefined })
  const ids = createAttempt()
  await retrieveNumber(simulator.origin, ids)
  const key = { key: Buffer.from(simulator.customerPrivateKey ?? '', 'base64'), format: 'der', type: 'pkcs8' } as const
  const preSign = `${ids.appId}${ids.msgId}${ids.timestamp}${ids.uuid}${ids.version}`
  const signature = sign('md5', Buffer.from(preSign), createPrivateKey(key)).toString('base64')
  expect(await getToken(simulator.origin, ids, { body: { sign: signature } })).toMatchObject({ code: '000000' })
})

test('apps of the options have no private key here, and without a public key they answer 103605', async () => {
  const simulator = await startTestSimulator({ apps: [DEMO_APP] })
  expect(simulator.customerPrivateKey).toBeNull()
  expect((await retrieveNumber(simulator.origin, createAttempt())).innerCode).toBe('103605')
  simulator.updateApp(DEMO_APP.appId, { customerPublicKeys: [CUSTOMER_PUBLIC_KEY] })
  expect(await verify(simulator, { phone: '13800138000', token: await obtainToken(simulator.origin) })).toBe('000')
})

test('a platform key can be given', async () => {
  const [{ publicKey, privateKey }] = keys as [(typeof keys)[number]]
  const simulator = await startTestSimulator({ apps: [{ ...REGISTERED_APP, platformKeys: { privateKey } }] })
  expect(simulator.apps).toEqual([{ appId: DEMO_APP.appId, appKey: DEMO_APP.appKey, platformPublicKey: publicKey }])
})

test('a platform key can have 2048 bits', async () => {
  const simulator = await startTestSimulator({ apps: [{ ...REGISTERED_APP, platformKeys: { bits: 2048 } }] })
  expect(await verify(simulator, { phone: '13800138000', token: await obtainToken(simulator.origin) })).toBe('000')
})

test('updateApp keeps the fields that are not given', async () => {
  const simulator = await startTestSimulator()
  const before = simulator.apps
  simulator.updateApp(DEMO_APP.appId, { dailyLimit: 0 })
  expect(simulator.apps).toEqual(before)
  expect(await verify(simulator, { phone: '13800138000', token: await obtainToken(simulator.origin) })).toBe('121011')
})

test("a handset's SIM can be changed between two attempts", async () => {
  const simulator = await startTestSimulator()
  simulator.updateHandset('cm-5g', { msisdn: '+86 139 0013 9001' })
  expect(await verify(simulator, { phone: '13900139001', token: await obtainToken(simulator.origin) })).toBe('000')
})

test('handset ports are a row from the given one on', async () => {
  const first = await findFreeRow(1)
  const simulator = await startTestSimulator({ handsets: DEFAULT_HANDSETS.slice(0, 1), handsetPorts: first })
  expect(simulator.handsetOrigin('cm-5g')).toBe(`http://127.0.0.1:${first}`)
})

test('the origin is a usable address even if the simulator listens on all addresses', async () => {
  const simulator = await startTestSimulator({ host: '0.0.0.0' })
  expect((await fetch(`${simulator.origin}/_sim/health`)).status).toBe(200)
})

test.each(['port', 'testLinePort', 'handsetPorts'])(
  'a taken %s is refused with its option, and no port stays open',
  async (option) => {
    const taken = Number(new URL((await startTestSimulator()).origin).port)
    const port = await findFreeRow(1)
    const start = startSimulator({ port, [option]: taken })
    await expect(start).rejects.toMatchObject({
      code: 'portTaken',
      option,
      message: `port ${taken} on 127.0.0.1 is taken: stop the program that uses it, or set the option ${option} to another port`,
    })
    const again = await startTestSimulator({ port })
    expect(again.origin).toBe(`http://127.0.0.1:${port}`)
  },
)

test.each([
  ['port', { port: 99_999 }],
  ['handsetPorts', { handsetPorts: 65_533 }],
])('an impossible %s is refused with its option, and no port stays open', async (option, options) => {
  await expect(startSimulator(options)).rejects.toMatchObject({
    code: 'portUnusable',
    option,
    message: expect.stringMatching(
      `^the option ${option} leads to port \\d+: ports are whole numbers from 0 to 65535$`,
    ),
  })
})

test('a stopped simulator does not answer', async () => {
  const simulator = await startSimulator()
  await simulator.stop()
  await expect(fetch(`${simulator.origin}/_sim/health`)).rejects.toThrow('fetch failed')
})

test.each([
  ['duplicateApp', { apps: [DEMO_APP, DEMO_APP] }],
  ['duplicateHandset', { handsets: [DEFAULT_HANDSETS[0]!, DEFAULT_HANDSETS[0]!] }],
  ['handsetMalformed', { handsets: [{ ...DEFAULT_HANDSETS[0]!, msisdn: '12345' }] }],
  ['handsetMalformed', { handsets: [{ ...DEFAULT_HANDSETS[0]!, id: 'My Phone' }] }],
  ['fieldsMalformed', { apps: [{ ...DEMO_APP, customerPublicKeys: ['AAAA'] }] }],
  ['unknownHandset', { activeHandset: 'missing' }],
])('a start is refused with %s for %j', async (code, options) => {
  await expect(startSimulator(options)).rejects.toMatchObject({ name: 'SimulatorError', code })
})

const UNKNOWN_HANDSET = 'this handset does not exist: GET /_sim/handsets lists them'

test('mistakes in a program without types are refused as over HTTP', async () => {
  const simulator = await startTestSimulator()
  const wrong = (change: object) => change as never
  expect(() => simulator.updateApp(DEMO_APP.appId, wrong({ balanse: 0 }))).toThrow('balanse is an unknown field')
  expect(() => simulator.addApp(wrong({ appId: '1', appKey: 'k' }))).toThrow('appId must be 6 to 20 digits')
  expect(() => simulator.updateHandset('cm-5g', wrong({ network: '6g' }))).toThrow('network must be one of')
  await expect(simulator.addHandset(wrong({ id: 'mine' }))).rejects.toThrow('carrier must be one of')
  expect(() => simulator.once('getToken', { code: '130018' }, { handset: 'cm5g' })).toThrow(UNKNOWN_HANDSET)
})

test('unknown apps and handsets are refused', async () => {
  const simulator = await startTestSimulator()
  expect(() => simulator.updateApp('1', {})).toThrow('this app is not registered: GET /_sim/state lists the apps')
  expect(() => simulator.setActiveHandset('missing')).toThrow(UNKNOWN_HANDSET)
  expect(() => simulator.updateHandset('missing', {})).toThrow(UNKNOWN_HANDSET)
  expect(() => simulator.handsetOrigin('missing')).toThrow(UNKNOWN_HANDSET)
})

test('errors about handsets and apps do not repeat ids, which can be phone numbers', async () => {
  const simulator = await startTestSimulator({ apps: [{ ...REGISTERED_APP, appId: '13912345678' }] })
  const handset = { id: '13912345678', label: '', msisdn: null, carrier: 'CM', network: '4g' } as const
  expect(() => simulator.setActiveHandset(handset.id)).toThrow(WITHOUT_NUMBER)
  await simulator.addHandset(handset)
  await expect(simulator.addHandset(handset)).rejects.toThrow(WITHOUT_NUMBER)
  expect(() => simulator.addApp({ ...REGISTERED_APP, appId: '13912345678' })).toThrow(WITHOUT_NUMBER)
  expect(() => simulator.updateApp('13912345679', {})).toThrow(WITHOUT_NUMBER)
})

const WITHOUT_NUMBER = /^(?!.*139123)/

test.each([
  ['SHA256withRSA', 'HEX', (sign: Buffer) => sign.toString('hex').toUpperCase()],
  ['SHA1withRSA', 'hex', (sign: Buffer) => sign.toString('hex')],
] as const)(
  'an app registered with %s in %s accepts only signatures of this kind',
  async (algorithm, encoding, encode) => {
    const simulator = await startTestSimulator({ apps: [{ ...REGISTERED_APP, signature: { algorithm, encoding } }] })
    const ids = createAttempt()
    await retrieveNumber(simulator.origin, ids)
    expect((await getToken(simulator.origin, ids)).code).toBe('130018')
    const preSign = `${ids.appId}${ids.msgId}${ids.timestamp}${ids.uuid}${ids.version}`
    const sign = encode(Buffer.from(signText(preSign, algorithm.replace('withRSA', '')), 'base64'))
    expect((await getToken(simulator.origin, ids, { body: { sign } })).code).toBe('000000')
  },
)
