// Malformed answers to getToken, as a component between phone and platform may send.
import { toAnswer } from '../phone/phone'

const TOKEN = 'STsid0000001542783041456'

/** As from a captive portal. */
export const HTML = { status: 200, text: '<html><body>Sign in to this network</body></html>' }

const header = { resultCode: '000000' }

export const MALFORMED = [
  ['of HTML', HTML],
  ['that is null', toAnswer(null)],
  ['that is a number', toAnswer(0)],
  ['that is text', toAnswer(TOKEN)],
  ['that is an array', toAnswer([{ header, body: { token: TOKEN } }])],
  ['without a header', toAnswer({ body: { token: TOKEN } })],
  ['whose header is null', toAnswer({ header: null, body: { token: TOKEN } })],
  ['whose header is an array', toAnswer({ header: ['000000'], body: { token: TOKEN } })],
  ['without a body', toAnswer({ header })],
  ['whose body is null', toAnswer({ header, body: null })],
  ['whose token is a number', toAnswer({ header, body: { token: 1 } })],
  ['whose token is an object', toAnswer({ header, body: { token: { toString: TOKEN } } })],
  ['of a megabyte without a token', toAnswer({ header, body: { resultDesc: 'x'.repeat(2 ** 20) } })],
  ['of incomplete JSON', { status: 200, text: `{"header":{"resultCode":"000000"},"body":{"token":"${TOKEN}` }],
  ['of HTTP 502 with a token', toAnswer({ header, body: { token: TOKEN } }, 502)],
] as const
