import { GATE_PLATFORMS, selectPlatforms } from '../../mini-program/platforms'

const select = (...names: string[]) => selectPlatforms(names).map(([name]) => name)

test('the platforms of the gate are checked by default', () => {
  expect(select()).toEqual(GATE_PLATFORMS)
})

test('named platforms are checked in place of the default', () => {
  expect(select('swan', 'jd')).toEqual(['swan', 'jd'])
})

test('an unknown platform is refused with the list of platforms', () => {
  expect(() => select('alipay', 'toString')).toThrow(`unknown platform toString: expected some of weapp, alipay`)
})
