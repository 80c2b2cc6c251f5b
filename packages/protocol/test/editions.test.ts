// What the editions differ in, as the pre-sign's parser and the SDK use it.
import { IMAGE_EDITIONS, PRE_SIGN_SHAPES, type PreSignShapes, SDK_VERSION } from '../src/editions'

const editions: readonly (readonly [string, PreSignShapes])[] = Object.entries(PRE_SIGN_SHAPES)
const whole = (shape: string) => new RegExp(`^(?:${shape})$`)

describe.each(editions)('the %s edition', (_, { msgId, uuid, version }) => {
  test('describes its ids without groups, so that they fit into a larger pattern', () => {
    for (const shape of [msgId, uuid, version]) expect(new RegExp(`${shape}|`).exec('')).toHaveLength(1)
  })

  test('describes ids of a bounded length', () => {
    for (const shape of [msgId, uuid, version]) expect(shape).not.toMatch(/[*+]|,\}/)
  })
})

describe('our own editions', () => {
  test.each(['miniProgram', 'h5'] as const)('include %s with the version of our SDK only', (edition) => {
    expect(SDK_VERSION).toMatch(whole(PRE_SIGN_SHAPES[edition].version))
    for (const version of ['1.0', '1.1', '1.20', '1x2'])
      expect(version).not.toMatch(whole(PRE_SIGN_SHAPES[edition].version))
  })

  test.each(['miniProgram', 'h5'] as const)('include %s with ids of 32 letters and digits', (edition) => {
    for (const shape of [PRE_SIGN_SHAPES[edition].msgId, PRE_SIGN_SHAPES[edition].uuid]) {
      expect('aZ09'.repeat(8)).toMatch(whole(shape))
      for (const id of ['a'.repeat(31), 'a'.repeat(33), `${'a'.repeat(31)}-`, '0.8412345678901234']) {
        expect(id).not.toMatch(whole(shape))
      }
    }
  })

  test('only the mini-program sends callType in expandParams: 6005 for the image, 6006 for the token', () => {
    expect(IMAGE_EDITIONS.miniProgram.callType).toEqual({ getMobile: '6005', getToken: '6006' })
    expect(IMAGE_EDITIONS.h5.callType).toBeNull()
  })

  test('a mini-program sends no referer (111034), a page sends its origin (170001)', () => {
    expect(IMAGE_EDITIONS.miniProgram.referrerPolicy).toBe('no-referrer')
    expect(IMAGE_EDITIONS.h5.referrerPolicy).toBe('origin')
  })
})
