import { isImage } from '../../src/platform/image'

const GIF = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
/** SOI, APP0, and the frame header of a 3 × 2 picture. */
const JPEG = 'ffd8ffe000104a46494600010100000100010000ffc0000b080002000301011100'

test.each([
  ['a GIF', Buffer.from(GIF, 'base64')],
  ['a PNG', Buffer.from(PNG, 'base64')],
  ['a JPEG', Buffer.from(JPEG, 'hex')],
])('%s is an image', (_what, bytes) => {
  expect(isImage(bytes)).toBe(true)
})

test.each([
  ['no bytes', Buffer.alloc(0)],
  ['text', Buffer.from('ok')],
  ['an incomplete GIF', Buffer.from('GIF89a')],
  ['a GIF without a width', Buffer.from('GIF89a\0\0\u0001\0')],
  ['a JPEG that ends before its frame', Buffer.from(JPEG, 'hex').subarray(0, 20)],
])('%s is not an image', (_what, bytes) => {
  expect(isImage(bytes)).toBe(false)
})
