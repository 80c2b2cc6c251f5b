// What a login tells the server of the user's consent.
import { createStandIns, START, type StandIns, settle, startLogin } from './stand-ins'

beforeEach(() => jest.useFakeTimers({ now: START }))
afterEach(() => jest.useRealTimers())

/** The receipts of a login up to the token. */
async function readReceipts(consentLocale: unknown, changes: Partial<StandIns> = {}) {
  const receipts: unknown[] = []
  const standIns = Object.assign(createStandIns(), changes)
  const { sign } = standIns
  standIns.sign = (request, call) => {
    if (request.consent) receipts.push(request.consent)
    return sign(request, call)
  }
  if (standIns.consent) {
    standIns.consent = async ({ consent }) => {
      receipts.push(consent)
      return { traceId: 'T' }
    }
  }
  const login = startLogin(standIns, { consentLocale: consentLocale as string | undefined })
  login.setAgreed(true)
  await settle()
  login.agree()
  await settle()
  expect(login.state().name).toBe('phoneEntry')
  return receipts
}

const BEFORE_THE_TAP: Partial<StandIns> = { editions: ['https'], consent: async () => ({ traceId: 'T' }) }

describe.each<[string, Partial<StandIns>]>([
  ['with the sign', {}],
  ['with the sign of the HTTPS edition', { editions: ['https'] }],
  ['after a sign that came before the tap', BEFORE_THE_TAP],
])('a receipt %s', (_when, changes) => {
  test('names the version and the language of the terms', async () => {
    expect(await readReceipts('zh-HK', changes)).toEqual([{ version: '2026-11', locale: 'zh-HK' }])
  })

  test('names the version alone if the app names no language', async () => {
    expect(await readReceipts(undefined, changes)).toEqual([{ version: '2026-11' }])
  })
})

test.each(['en', 'zh-Hant-TW', 'sr-Latn-RS', 'de-1996', `en-${'abcdefgh-'.repeat(4).slice(0, 32)}`])(
  'the language %s is sent',
  async (locale) => {
    expect(await readReceipts(locale)).toEqual([{ version: '2026-11', locale }])
  },
)

test.each(['', 'e', 'zh_CN', '中文', 'en-', `en-${'abcdefgh-'.repeat(4)}abc`, null, 7])(
  'the language %j is no tag of at most 35 characters: it is left out, and costs no login',
  async (locale) => {
    expect(await readReceipts(locale)).toEqual([{ version: '2026-11' }])
  },
)
