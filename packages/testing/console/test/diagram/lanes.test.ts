import { spanOf } from '../../src/diagram/lanes'

test('an arrow spans the lanes between its ends, and points at the second', () => {
  expect(spanOf('jssdk', 'platform')).toEqual({ left: 1, lanes: 2, points: 'right' })
  expect(spanOf('platform', 'jssdk')).toEqual({ left: 1, lanes: 2, points: 'left' })
  expect(spanOf('server', 'page')).toEqual({ left: 0, lanes: 4, points: 'left' })
})
