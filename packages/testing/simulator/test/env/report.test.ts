// What the terminal shows, for a simulator in this process on free ports.
import { type AppPatch, type Simulator, type SimulatorState, startSimulator } from '../../src'
import { formatAnnouncement, formatMessage, readEnvironment } from '../../src/env'
import { CUSTOMER_PRIVATE_KEY, CUSTOMER_PUBLIC_KEY } from '../support/customer'

const FREE_PORTS = {
  SIMULATOR_PORT: '0',
  SIMULATOR_TEST_LINE_PORT: '0',
  SIMULATOR_HTTPS_EDITION_PORT: '0',
  SIMULATOR_HTTPS_EDITION_TEST_LINE_PORT: '0',
  SIMULATOR_ADMIN_PORT: '0',
  SIMULATOR_HANDSET_PORT: '0',
}

const MESSAGE = {
  at: Date.UTC(2026, 0, 1, 8, 59),
  line: 'production',
  call: 'verify',
  handset: null,
  outerCode: '606',
  innerCode: '120020',
  appId: '300011877495',
  msgId: 'b1',
  retrievalMsgId: 'a1',
  msisdnMasked: '138****8000',
  ms: 2.6,
  traceId: 't1',
} as const

test('formatMessage shows the time in UTC, both codes if they differ, and the msgId of a verify’s login', () => {
  expect(formatMessage(MESSAGE)).toBe(
    '08:59:00.000Z production verify - 606/120020 138****8000 3 ms msgId=b1 retrievalMsgId=a1',
  )
})

describe('a simulator from the environment', () => {
  let simulator: Simulator
  let printed: string[]

  beforeEach(async () => {
    printed = []
    const onMessage = (message: Parameters<typeof formatMessage>[0]) => printed.push(formatMessage(message))
    simulator = await startSimulator({ ...readEnvironment(FREE_PORTS), onMessage })
  })

  afterEach(() => simulator.stop())

  async function announce(patch: AppPatch = {}): Promise<string> {
    const { adminOrigin } = simulator
    const [app] = simulator.apps
    simulator.updateApp(app?.appId ?? '', patch)
    const state = (await (await fetch(`${adminOrigin}/_sim/state`)).json()) as SimulatorState
    const customer = { privateKey: CUSTOMER_PRIVATE_KEY, publicKey: CUSTOMER_PUBLIC_KEY }
    return formatAnnouncement(state, { adminOrigin, customer }).join('\n')
  }

  test('is announced with every listener and the credentials for a business server', async () => {
    const lines = await announce({ customerPublicKeys: [CUSTOMER_PUBLIC_KEY] })
    const { origin, testLineOrigin, httpsEditionOrigin, httpsEditionTestLineOrigin } = simulator
    const origins = [origin, testLineOrigin, httpsEditionOrigin, httpsEditionTestLineOrigin]
    for (const each of [...origins, simulator.handsetOrigin('cu-5g')]) expect(lines).toContain(each)
    expect(lines).toContain(`console    ${simulator.adminOrigin}/\n`)
    expect(lines).toContain(`gateway    ${simulator.origin}  the current handset: cm-5g\n`)
    expect(lines).toContain('\nLOCAL_NUMBER_APP_ID=300011877495\n')
    expect(lines).toMatch(/\nLOCAL_NUMBER_PLATFORM_PUBLIC_KEY=demo:[A-Za-z0-9+/]+=*\n/)
    expect(lines).toContain(`\nLOCAL_NUMBER_CUSTOMER_PRIVATE_KEY=demo:${CUSTOMER_PRIVATE_KEY}`)
    expect(lines).not.toMatch(/LOCAL_NUMBER_SIGNATURE|\b1[3-9]\d{9}\b/)
  })

  test('is announced with the app’s signature scheme for a business server', async () => {
    const signature = { algorithm: 'SHA256withRSA', encoding: 'hex' } as const
    expect(await announce({ signature })).toContain(
      '\nLOCAL_NUMBER_SIGNATURE_ALGORITHM=SHA256withRSA\nLOCAL_NUMBER_SIGNATURE_ENCODING=hex',
    )
  })

  test('is announced with a hint if no key is registered', async () => {
    expect(await announce()).toContain('# No customer public key is registered: every call answers 103605.')
  })

  test('prints one line per message', async () => {
    const query = `msgId=${'a'.repeat(32)}`
    await fetch(`${simulator.handsetOrigin('ct-5g')}/NumberAbility/h5/getMobile.htm?${query}`)
    expect(printed).toEqual([
      expect.stringMatching(/^[\d:.]{12}Z production getMobile ct-5g 500\/130010 - \d+ ms msgId=a{32}$/),
    ])
  })

  test('refuses a taken port', async () => {
    const taken = new URL(simulator.origin).port
    const second = startSimulator(readEnvironment({ ...FREE_PORTS, SIMULATOR_PORT: taken }))
    await expect(second).rejects.toThrow(`port ${taken} on 127.0.0.1`)
  })
})
