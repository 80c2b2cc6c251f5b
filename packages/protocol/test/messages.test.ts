// The wire shapes, held against messages that the carrier's own SDK sent. The assignments are half of the test: a field
// that the shape lacks or calls otherwise does not compile.
import type { BusinessType } from '../src/https-edition'
import type { GetMobileQuery, GetTokenRequest, HttpsGetMobileRequest } from '../src/messages'
import https from './vectors/https-edition.json'
import { vectors } from './vectors/miniprogram-sdk.json'

/** Every field of the image's query; a `Record`, so that none can be forgotten here. */
const QUERY: Record<keyof GetMobileQuery, true> = {
  version: true,
  appId: true,
  openType: true,
  expandParams: true,
  msgId: true,
  timestamp: true,
  uuid: true,
  userInformation: true,
  wxappid: true,
}

describe.each(vectors.map(({ name, input, output }) => [name, input, output] as const))('on %s', (_, input, output) => {
  const sent = [...new URL(output.imageUrl).searchParams]

  test('the image request has these fields, in this order', () => {
    expect(sent.map(([name]) => name)).toEqual(Object.keys(QUERY))
  })

  test('the image request carries the attempt’s values, with userInformation percent-encoded', () => {
    const query = Object.fromEntries(sent)
    const { version, appId, openType, msgId, uuid, wxappid } = input
    expect(query).toMatchObject({ version, appId, openType, msgId, uuid, wxappid, timestamp: output.timestamp })
    expect(encodeURIComponent(query.userInformation ?? '')).toBe(output.userInformation)
  })

  test('the token request has the documented shape', () => {
    const request: GetTokenRequest = output.getToken.body
    const { version, msgId, appId, uuid, wxappid } = input
    expect(request).toEqual({
      header: { version, msgId, timestamp: output.timestamp, appId },
      body: { expandParams: expect.stringMatching(/^callType=6006/), sign: expect.any(String), uuid, wxappid },
    } satisfies GetTokenRequest)
  })
})

/** The fields that every client of the HTTPS edition sends, and those that a mini-program adds. */
const HTTPS_FIELDS: Record<keyof HttpsGetMobileRequest, 'always' | 'miniProgram'> = {
  version: 'always',
  timestamp: 'always',
  appId: 'always',
  businessType: 'always',
  traceId: 'always',
  sign: 'always',
  msgId: 'always',
  userInformation: 'always',
  expandParams: 'miniProgram',
  wxappid: 'miniProgram',
}

describe.each([
  ['a web page', https.h5, Object.keys(HTTPS_FIELDS).slice(0, 8)],
  ['a mini-program', https.miniProgram, Object.keys(HTTPS_FIELDS)],
] as const)('the HTTPS edition in %s', (_, vectors, fields) => {
  test.each(vectors.map(({ name, output }) => [name, output.body] as const))(
    'sends these fields in this order: %s',
    (_, body) => {
      const request: HttpsGetMobileRequest = { ...body, businessType: body.businessType as BusinessType }
      expect(Object.keys(request)).toEqual(fields)
      expect(request.msgId).toBe(request.traceId)
    },
  )
})
