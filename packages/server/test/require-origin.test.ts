import { requireOrigin } from '../src/require-origin'

const SHOP = 'https://shop.example.com'

it('a call without an origin passes: mini-programs and servers send none', () => {
  expect(() => requireOrigin(undefined, [])).not.toThrow()
})

it('a page of a listed origin passes', () => {
  expect(() => requireOrigin(SHOP, ['https://other.example.com', SHOP])).not.toThrow()
})

it.each([
  'https://shop.example.com.evil.example',
  'http://shop.example.com',
  'https://shop.example.com:8443',
  'https://SHOP.example.com',
  `${SHOP}/`,
  'null',
  '',
])('a page of %j is refused: the origin must be listed exactly', (origin) => {
  expect(() => requireOrigin(origin, [SHOP])).toThrow(
    expect.objectContaining({ code: 'originNotAllowed', status: 403 }),
  )
})

it('* lets every page pass but one without an origin of its own', () => {
  expect(() => requireOrigin('https://anything.example', ['*'])).not.toThrow()
  expect(() => requireOrigin('null', ['*'])).toThrow(expect.objectContaining({ code: 'originNotAllowed' }))
})

it('no page passes unless it is listed', () => {
  expect(() => requireOrigin(SHOP, [])).toThrow(expect.objectContaining({ code: 'originNotAllowed' }))
})
