import { touchesOf } from '../../src/logic/touches'

const where = { pageX: 1, pageY: 2, clientX: 3, clientY: 4 }

test('fingers keep their number and place, and nothing of the browser', () => {
  const finger = { identifier: 7, ...where, target: {} }
  expect(touchesOf({ touches: [finger], changedTouches: [finger] })).toEqual({
    touches: [{ identifier: 7, ...where }],
    changedTouches: [{ identifier: 7, ...where }],
  })
})

test('a mouse is a finger, gone once its button is up', () => {
  const finger = { identifier: 0, ...where }
  expect(touchesOf({ type: 'mousedown', ...where })).toEqual({ touches: [finger], changedTouches: [finger] })
  expect(touchesOf({ type: 'mouseup', ...where })).toEqual({ touches: [], changedTouches: [finger] })
})

test('where no finger was there are none', () => {
  expect([touchesOf(undefined), touchesOf({ type: 'scroll' })]).toEqual([{}, {}])
})
