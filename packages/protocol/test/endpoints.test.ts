// The carrier's addresses, held against what its own SDK was seen to call.
import { CARRIER_ORIGINS, CARRIER_TERMS, CARRIER_VERIFY_ORIGIN, PATHS } from '../src/endpoints'
import { vectors } from './vectors/miniprogram-sdk.json'

const ORIGINS = [...Object.values(CARRIER_ORIGINS).flatMap((line) => Object.values(line)), CARRIER_VERIFY_ORIGIN]

test.each(vectors.map(({ name, output }) => [name, output] as const))(
  'the carrier’s SDK on %s called these addresses',
  (_, output) => {
    const { getMobile, getToken } = CARRIER_ORIGINS.production
    expect(output.imageUrl.split('?')[0]).toBe(`${getMobile}${PATHS.getMobile}`)
    expect(output.getToken.url).toBe(`${getToken}${PATHS.getToken}`)
  },
)

test('number retrieval uses plain http, so that the gateway can add the number; token and verification use TLS', () => {
  expect(CARRIER_ORIGINS.production.getMobile).toMatch(/^http:/)
  expect(CARRIER_ORIGINS.production.getToken).toMatch(/^https:/)
  expect(CARRIER_VERIFY_ORIGIN).toMatch(/^https:/)
})

test.each(ORIGINS)('%s is an origin: scheme, host and port, no trailing slash', (origin) => {
  expect(new URL(origin).origin).toBe(origin)
})

test('the test line has other addresses than production', () => {
  const hosts = (line: keyof typeof CARRIER_ORIGINS) =>
    Object.values(CARRIER_ORIGINS[line]).map((origin) => new URL(origin).host)
  expect(hosts('test').filter((host) => hosts('production').includes(host))).toEqual([])
})

test('every call has its own path', () => {
  expect(new Set(Object.values(PATHS)).size).toBe(3)
  for (const path of Object.values(PATHS)) expect(path).toMatch(/^\/NumberAbility\/h5\/\w+\.htm$/)
})

test("the operator's terms have a title in its language and an address over TLS", () => {
  expect(CARRIER_TERMS.title).toMatch(/^\p{sc=Han}+$/u)
  expect(new URL(CARRIER_TERMS.url).protocol).toBe('https:')
})
