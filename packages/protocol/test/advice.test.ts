import * as entry from '../src/advice'

describe('the advice entry', () => {
  test('exports the texts and the look-up from a row', () => {
    expect(Object.keys(entry).sort()).toEqual(['ADVICE', 'LOCALES', 'advise'])
  })
})
