import * as entry from '../src/advice'

describe('the advice entry', () => {
  test('offers the texts and the way from a row to them', () => {
    expect(Object.keys(entry).sort()).toEqual(['ADVICE', 'LOCALES', 'advise'])
  })
})
