// Answers to getToken that no platform should give, and that some network on the way may.
import { answerOf } from '../phone/phone'

const TOKEN = 'STsid0000001542783041456'

/** What a captive portal answers with. */
export const HTML = { status: 200, text: '<html><body>Sign in to this network</body></html>' }

const header = { resultCode: '000000' }

export const MALFORMED = [
  ['of HTML', HTML],
  ['that is null', answerOf(null)],
  ['that is a number', answerOf(0)],
  ['that is a text', answerOf(TOKEN)],
  ['that is an array', answerOf([{ header, body: { token: TOKEN } }])],
  ['without a header', answerOf({ body: { token: TOKEN } })],
  ['whose header is null', answerOf({ header: null, body: { token: TOKEN } })],
  ['whose header is an array', answerOf({ header: ['000000'], body: { token: TOKEN } })],
  ['without a body', answerOf({ header })],
  ['whose body is null', answerOf({ header, body: null })],
  ['whose token is a number', answerOf({ header, body: { token: 1 } })],
  ['whose token is an object', answerOf({ header, body: { token: { toString: TOKEN } } })],
  ['of a megabyte without a token', answerOf({ header, body: { resultDesc: 'x'.repeat(2 ** 20) } })],
  ['of JSON cut in the middle', { status: 200, text: `{"header":{"resultCode":"000000"},"body":{"token":"${TOKEN}` }],
  ['of HTTP 502 with a token', answerOf({ header, body: { token: TOKEN } }, 502)],
] as const
