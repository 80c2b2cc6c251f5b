import { toSpan } from '../../src/diagram/lanes'

test('an arrow spans the lanes between its ends, and points at the second one', () => {
  expect(toSpan('jssdk', 'platform')).toEqual({ left: 1, lanes: 2, points: 'right' })
  expect(toSpan('platform', 'jssdk')).toEqual({ left: 1, lanes: 2, points: 'left' })
  expect(toSpan('server', 'page')).toEqual({ left: 0, lanes: 4, points: 'left' })
})
