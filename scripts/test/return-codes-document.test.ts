import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { commonPlatform, createSdk, type PostAnswer } from '@local-number/jssdk'
import { createLogin, DEFAULT_LIMITS, type LoginPorts } from '@local-number/login'
import { ALL_RETURN_CODES, RETURN_CODES } from '@local-number/protocol/return-codes'
import { renderReturnCodes } from '../return-codes-document'

const committed = (file: string) => readFileSync(join(__dirname, '../../docs', file), 'utf8')

describe('the return-code pages', () => {
  test.each([
    ['zh-CN', 'zh/return-codes.md'],
    ['en', 'en/return-codes.md'],
  ] as const)('the committed %s page equals what the generator makes today', (locale, file) => {
    expect(committed(file)).toBe(renderReturnCodes(locale))
  })

  test.each(['zh-CN', 'en'] as const)(
    'the %s page has one row per call and code, with an outcome for verify codes alone',
    (locale) => {
      const rows = renderReturnCodes(locale)
        .split('\n')
        .filter((line) => /^\| `\d/.test(line))
      expect(rows.map((row) => /^\| `(\w+)`/.exec(row)?.[1])).toEqual(ALL_RETURN_CODES.map(({ code }) => code))
      const cells = rows.map((row) => row.split(/(?<!\\)\|/).length - 2)
      expect(cells).toEqual(ALL_RETURN_CODES.map(({ call }) => (call === 'verify' ? 7 : 6)))
    },
  )

  test('the pages say what happens with a code that no document lists', () => {
    expect(renderReturnCodes('en')).toContain('a code that no document lists')
    expect(renderReturnCodes('zh-CN')).toContain('文档没有列出的返回码')
  })
})

/** A login over our SDK, whose platform answers getToken like this. */
async function logIn(loadImage: LoginPorts['loadImage'], post: () => Promise<PostAnswer>) {
  const sdk = createSdk({
    ...commonPlatform,
    edition: 'h5',
    post,
    networkType: async () => '5g',
    fingerprint: () => '',
    wxappid: () => undefined,
  })
  const login = createLogin(
    { attempt: { appId: '300011877495' }, consentVersion: '1', networkCheck: false, limits: DEFAULT_LIMITS },
    {
      editions: [{ name: 'image', sdk }],
      api: {
        sign: async () => ({ sign: 'S', attemptId: 'A', traceId: 'T' }),
        verify: () => Promise.reject(new Error('the test ends before')),
      },
      network: { type: async () => '5g', onChange: () => () => undefined },
      loadImage,
      unsupported: () => null,
      now: () => Date.now(),
      newId: () => 'id',
    },
  )
  const ended = new Promise<object>((resolve) => {
    login.store.subscribe((state) => (state.name === 'fallback' || state.name === 'phoneEntry') && resolve(state))
  })
  login.connect()
  login.actions.agree()
  return ended
}

describe('what the pages say about a failure before the verification', () => {
  const loads = async () => undefined
  const answer = (resultCode: string) => async () => ({
    status: 200,
    body: { header: { resultCode }, body: { token: '', resultDesc: '' } },
  })
  const failures = RETURN_CODES.getToken.filter(({ outcome, code }) => outcome === 'failure' && !/^0$|^500$/.test(code))

  test('an image that fails ends with the reason numberRetrievalFailed and the code 500', async () => {
    const state = await logIn(() => Promise.reject(new Error('no image')), answer('000000'))
    expect(state).toMatchObject({ name: 'fallback', reason: 'numberRetrievalFailed', code: '500' })
    for (const locale of ['zh-CN', 'en'] as const) expect(renderReturnCodes(locale)).toContain('numberRetrievalFailed')
  })

  test.each(failures.map(({ code }) => code))('%s from getToken ends with the reason tokenRefused', async (code) => {
    expect(await logIn(loads, answer(code))).toMatchObject({ name: 'fallback', reason: 'tokenRefused', code })
  })

  test.each([
    ['0', () => Promise.reject(new Error('offline'))],
    ['500', async () => ({ status: 502, body: '' })],
  ])('%s from getToken ends with the reason carrierUnreachable', async (code, post) => {
    expect(await logIn(loads, post)).toMatchObject({ name: 'fallback', reason: 'carrierUnreachable', code })
  })
})
