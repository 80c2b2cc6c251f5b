import { readTouches } from '../../src/logic/touches'

const where = { pageX: 1, pageY: 2, clientX: 3, clientY: 4 }

test('a touch keeps identifier and position, and nothing else of the browser’s event', () => {
  const finger = { identifier: 7, ...where, target: {} }
  expect(readTouches({ touches: [finger], changedTouches: [finger] })).toEqual({
    touches: [{ identifier: 7, ...where }],
    changedTouches: [{ identifier: 7, ...where }],
  })
})

test('a mouse counts as one finger while its button is down', () => {
  const finger = { identifier: 0, ...where }
  expect(readTouches({ type: 'mousedown', ...where })).toEqual({ touches: [finger], changedTouches: [finger] })
  expect(readTouches({ type: 'mouseup', ...where })).toEqual({ touches: [], changedTouches: [finger] })
})

test('an event without fingers has no touches', () => {
  expect([readTouches(undefined), readTouches({ type: 'scroll' })]).toEqual([{}, {}])
})
