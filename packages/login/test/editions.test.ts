// Which edition a login takes, of those that the app has.
import type { CarrierSdk } from '@local-number/jssdk'
import fc from 'fast-check'
import { chooseEdition, findEdition } from '../src/editions'
import type { EditionName, EditionPort, Unsupported } from '../src/ports'
import { createStandIns, START, settle, startLogin } from './stand-ins'

const HTTPS_PAGE: Unsupported = { reason: 'httpsPage', code: null }
const sdk = {} as CarrierSdk

const edition = (name: EditionName, against: { obstacle?: Unsupported; doubt?: string } = {}): EditionPort => ({
  name,
  sdk,
  unsupported: () => against.obstacle ?? null,
  doubt: () => against.doubt ?? null,
})
const obstacle = HTTPS_PAGE

test('the first edition that nothing stands against is taken', () => {
  expect(chooseEdition([edition('image'), edition('https')])).toMatchObject({ name: 'image' })
  expect(chooseEdition([edition('https'), edition('image')])).toMatchObject({ name: 'https' })
  expect(chooseEdition([edition('image', { obstacle }), edition('https')])).toMatchObject({ name: 'https' })
  expect(chooseEdition([edition('image', { doubt: 'why' }), edition('https')])).toMatchObject({ name: 'https' })
})

test('a doubtful edition is taken if no other can work', () => {
  const doubtful = edition('image', { doubt: 'why' })
  expect(chooseEdition([doubtful])).toBe(doubtful)
  expect(chooseEdition([edition('https', { obstacle }), doubtful])).toBe(doubtful)
  expect(chooseEdition([doubtful, edition('https', { doubt: 'why' })])).toBe(doubtful)
})

test('without a possible edition the first one’s reason stands', () => {
  const other: Unsupported = { reason: 'platformUnsupported', code: 'other' }
  expect(chooseEdition([edition('image', { obstacle })])).toEqual(HTTPS_PAGE)
  expect(chooseEdition([edition('image', { obstacle }), edition('https', { obstacle: other })])).toEqual(HTTPS_PAGE)
})

test('no edition at all is a mistake of the app', () => {
  expect(chooseEdition([])).toEqual({ reason: 'misconfigured', code: 'editionsEmpty' })
})

test('an edition says nothing against itself by default', () => {
  expect(chooseEdition([{ name: 'image', sdk }])).toMatchObject({ name: 'image' })
})

test('an edition that was never chosen is a bug, not another edition', () => {
  expect(() => findEdition([edition('image')], 'https')).toThrow('report this as a bug')
  expect(() => findEdition([edition('image')], null)).toThrow('report this as a bug')
})

describe('a login', () => {
  beforeEach(() => jest.useFakeTimers({ now: START }))
  afterEach(() => jest.useRealTimers())

  test('with any list of editions looks at none of them and sends nothing before consent', async () => {
    const lists = fc.array(fc.constantFrom<EditionName>('image', 'https'), { maxLength: 4 })
    const verdicts = fc.record({ excluded: fc.boolean(), doubted: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(lists, verdicts, verdicts, async (editions, image, https) => {
        const standIns = createStandIns()
        const looked: string[] = []
        const look =
          <T>(what: string, seen: T) =>
          () => {
            looked.push(what)
            return seen
          }
        const against = ({ excluded, doubted }: typeof image) => ({
          unsupported: look('unsupported', excluded ? HTTPS_PAGE : null),
          doubt: look('doubt', doubted ? 'why' : null),
        })
        const { createAttempt } = standIns
        const login = startLogin(
          Object.assign(standIns, {
            editions,
            against: { image: against(image), https: against(https) },
            createAttempt: (...args: Parameters<typeof createAttempt>) => {
              looked.push('attempt')
              return createAttempt(...args)
            },
            askNetwork: async () => look('network', '5g' as const)(),
          }),
        )
        await jest.advanceTimersByTimeAsync(60_000)
        expect([...looked, ...standIns.calls]).toEqual([])
        expect(login.state()).toMatchObject({ name: 'consent', edition: null })
        login.disconnect()
      }),
      { numRuns: 50 },
    )
  })

  test('names the chosen edition in every record from the choice on', async () => {
    const standIns = Object.assign(createStandIns(), { editions: ['https', 'image'] as const })
    const login = startLogin(standIns)
    login.agree()
    await settle()
    login.leave()
    expect(login.records.map(({ to, edition: chosen }) => [to, chosen])).toEqual([
      ['authorizing', null],
      ['checkingNetwork', 'https'],
      ['acquiring', 'https'],
      ['phoneEntry', 'https'],
      ['fallback', 'https'],
    ])
  })

  test('falls back before it reads the network when no edition can work', async () => {
    const standIns = Object.assign(createStandIns(), {
      against: { image: { unsupported: () => HTTPS_PAGE }, https: {} },
      askNetwork: jest.fn(async () => '5g' as const),
    })
    const login = startLogin(standIns)
    login.agree()
    await settle()
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'httpsPage', code: null, edition: null })
    expect(standIns.askNetwork).not.toHaveBeenCalled()
    expect(standIns.calls).toEqual([])
  })

  test('says what stands against the platform before it looks at an edition', async () => {
    const doubt = jest.fn(() => null)
    const standIns = Object.assign(createStandIns(), { against: { image: { doubt }, https: {} } })
    standIns.unsupported = { reason: 'platformUnsupported', code: 'desktop' }
    const login = startLogin(standIns)
    login.agree()
    await settle()
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'platformUnsupported', code: 'desktop' })
    expect(doubt).not.toHaveBeenCalled()
  })

  test('whose choice throws falls back', async () => {
    const doubt = () => {
      throw new Error('getSystemInfoSync is broken')
    }
    const login = startLogin(Object.assign(createStandIns(), { against: { image: { doubt }, https: {} } }))
    login.agree()
    await settle()
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'misconfigured', code: null })
  })
})

describe('a doubtful image', () => {
  beforeEach(() => jest.useFakeTimers({ now: START }))
  afterEach(() => jest.useRealTimers())

  const doubtful = () =>
    Object.assign(createStandIns(), { against: { image: { doubt: () => 'httpImageMaybeUpgraded' }, https: {} } })

  test('is tried', async () => {
    const login = startLogin(doubtful())
    login.agree()
    await settle()
    expect(login.state()).toMatchObject({ name: 'phoneEntry', edition: 'image' })
  })

  test('that fails has the doubt’s code', async () => {
    const login = startLogin(Object.assign(doubtful(), { loadImage: () => Promise.reject(new Error('500')) }))
    login.agree()
    await settle()
    expect(login.state()).toMatchObject({
      name: 'fallback',
      reason: 'numberRetrievalFailed',
      code: 'httpImageMaybeUpgraded',
      retryTo: 'checkingNetwork',
    })
  })

  test('does not explain a failure of the signature', async () => {
    const login = startLogin(Object.assign(doubtful(), { sign: () => Promise.reject(new Error('offline')) }))
    login.agree()
    await settle()
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'serverUnreachable', code: null })
  })
})
