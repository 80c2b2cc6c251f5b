// The pre-sign that an app composes against the one of the protocol, which servers read.
import { composePreSign, type OwnImageEdition, SDK_VERSION } from '@local-number/protocol'
import fc from 'fast-check'
import { createIds, joinPreSign } from '../src/ids'
import { commonPlatform, type SdkPlatform } from '../src/platform'

const EDITIONS: readonly OwnImageEdition[] = ['miniProgram', 'h5']
const createTestIds = (now: number, random32?: () => number) =>
  createIds({ ...commonPlatform, now: () => now, ...(random32 ? { random32 } : {}) } as SdkPlatform)

const malformed = expect.objectContaining({ name: 'ProtocolError', code: 'preSignFieldMalformed' })

test.each(EDITIONS)('it is the protocol’s own for %s', (edition) => {
  const appId = fc.stringMatching(/^\d{6,20}$/)
  const now = fc.integer({ min: Date.UTC(2000, 0, 2), max: Date.UTC(2099, 0) })
  fc.assert(
    fc.property(appId, now, (id, at) => {
      const ids = createTestIds(at)
      const composed = composePreSign({ appId: id, ...ids, version: SDK_VERSION }, edition)
      expect(joinPreSign(id, ids)).toBe(composed)
    }),
  )
})

test('a msgId begins with the first 8 characters of the reference, in upper case, and goes on at random', () => {
  const platform = { ...commonPlatform, now: () => 0 } as SdkPlatform
  const ids = Array.from({ length: 20 }, () => createIds(platform, { reference: '0a1b2c3d4e5f' }).msgId)
  expect(ids.map((id) => id.slice(0, 8))).toEqual(Array(20).fill('0A1B2C3D'))
  expect(new Set(ids.map((id) => id.slice(8))).size).toBe(20)
  expect(new Set(ids.map((id) => id.length))).toEqual(new Set([32]))
})

test.each(['', '12345', '300011877495 ', 'x00011877495', '1'.repeat(21)])('the appId %j is refused', (appId) => {
  expect(() => joinPreSign(appId, createTestIds(0))).toThrow(malformed)
})

test('ids of a platform whose randomness is broken are refused', () => {
  expect(() =>
    joinPreSign(
      '300011877495',
      createTestIds(0, () => 32),
    ),
  ).toThrow(malformed)
})
