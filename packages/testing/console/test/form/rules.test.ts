import { isWholeNumber } from '../../src/form/rules'

test('a whole number consists of digits and lies in its range; an empty text is not one', () => {
  expect(['0', '10', '', '-1', '1.5', '1e3'].map((text) => isWholeNumber(text))).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ])
  expect([isWholeNumber('5', 1, 5), isWholeNumber('6', 1, 5)]).toEqual([true, false])
})
