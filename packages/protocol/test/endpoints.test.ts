// The carrier's addresses, held against what its own SDK was seen to call.
import {
  CARRIER_ORIGINS,
  CARRIER_TERMS,
  CARRIER_VERIFY_ORIGIN,
  HTTPS_CARRIER_ORIGINS,
  type Line,
  PATHS,
} from '../src/endpoints'
import https from './vectors/https-edition.json'
import { vectors } from './vectors/miniprogram-sdk.json'

const LINES = [...Object.values(CARRIER_ORIGINS), ...Object.values(HTTPS_CARRIER_ORIGINS)]
const ORIGINS = [...LINES.flatMap((line) => Object.values(line)), CARRIER_VERIFY_ORIGIN]

test.each(vectors.map(({ name, output }) => [name, output] as const))(
  'the carrier’s SDK on %s called these addresses',
  (_, output) => {
    const { getMobile, getToken } = CARRIER_ORIGINS.production
    expect(output.imageUrl.split('?')[0]).toBe(`${getMobile}${PATHS.getMobile}`)
    expect(output.getToken.url).toBe(`${getToken}${PATHS.getToken}`)
  },
)

test.each([
  ['httpsMiniProgram', https.miniProgram],
  ['httpsH5', https.h5],
] as const)('vendors’ scripts of the HTTPS edition call these addresses: %s', (edition, vectors) => {
  const address = `${HTTPS_CARRIER_ORIGINS.production[edition]}${PATHS.httpsGetMobile}`
  for (const { output } of vectors) expect(output.url).toBe(address)
})

test('the image uses plain http, so that the gateway can add the number; token and verification use TLS', () => {
  expect(CARRIER_ORIGINS.production.getMobile).toMatch(/^http:/)
  expect(CARRIER_ORIGINS.production.getToken).toMatch(/^https:/)
  expect(CARRIER_VERIFY_ORIGIN).toMatch(/^https:/)
})

test.each(ORIGINS)('%s is an origin: scheme, host and port, no trailing slash', (origin) => {
  expect(new URL(origin).origin).toBe(origin)
})

test('the test line has other addresses than production', () => {
  const listHosts = (line: Line) =>
    [...Object.values(CARRIER_ORIGINS[line]), ...Object.values(HTTPS_CARRIER_ORIGINS[line])].map(
      (origin) => new URL(origin).host,
    )
  expect(listHosts('test').filter((host) => listHosts('production').includes(host))).toEqual([])
})

test('every call has its own path', () => {
  expect(new Set(Object.values(PATHS)).size).toBe(4)
  for (const path of Object.values(PATHS)) expect(path).toMatch(/^\/(?:NumberAbility\/)?h5\/\w+(?:\.htm)?$/)
})

test("the operator's terms have a title in its language and an address over TLS", () => {
  expect(CARRIER_TERMS.title).toMatch(/^\p{sc=Han}+$/u)
  expect(new URL(CARRIER_TERMS.url).protocol).toBe('https:')
})
