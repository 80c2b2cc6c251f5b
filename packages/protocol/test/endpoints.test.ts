// The carrier's addresses, held against what its own SDK was seen to call.
import { CARRIER_ORIGINS, CARRIER_TERMS, CARRIER_VERIFY_ORIGIN, PATHS } from '../src/endpoints'
import { vectors } from './vectors/miniprogram-sdk.json'

const ORIGINS = [...Object.values(CARRIER_ORIGINS).flatMap((line) => Object.values(line)), CARRIER_VERIFY_ORIGIN]

test.each(vectors.map(({ name, output }) => [name, output] as const))('the SDK on %s called these', (_, output) => {
  const { getMobile, getToken } = CARRIER_ORIGINS.production
  expect(output.imageUrl.split('?')[0]).toBe(`${getMobile}${PATHS.getMobile}`)
  expect(output.getToken.url).toBe(`${getToken}${PATHS.getToken}`)
})

test('the number is taken over plain http, or the gateway could not add it; token and check go over TLS', () => {
  expect(CARRIER_ORIGINS.production.getMobile).toMatch(/^http:/)
  expect(CARRIER_ORIGINS.production.getToken).toMatch(/^https:/)
  expect(CARRIER_VERIFY_ORIGIN).toMatch(/^https:/)
})

test.each(ORIGINS)('%s is an origin: scheme, host and port, no trailing slash', (origin) => {
  expect(new URL(origin).origin).toBe(origin)
})

test('the test line is another place than production', () => {
  const hosts = (line: keyof typeof CARRIER_ORIGINS) =>
    Object.values(CARRIER_ORIGINS[line]).map((origin) => new URL(origin).host)
  expect(hosts('test').filter((host) => hosts('production').includes(host))).toEqual([])
})

test('every call has a path of its own', () => {
  expect(new Set(Object.values(PATHS)).size).toBe(3)
  for (const path of Object.values(PATHS)) expect(path).toMatch(/^\/NumberAbility\/h5\/\w+\.htm$/)
})

test("the operator's terms have a title in its language and an address over TLS", () => {
  expect(CARRIER_TERMS.title).toMatch(/^\p{sc=Han}+$/u)
  expect(new URL(CARRIER_TERMS.url).protocol).toBe('https:')
})
