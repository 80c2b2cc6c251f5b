import { getMsToNextShanghaiDay, getShanghaiDay } from '../src/shanghai-day'

const MIDNIGHT = Date.UTC(2026, 10, 21, 16, 0, 0)

describe('the Shanghai day', () => {
  it('begins at 16:00 UTC', () => {
    expect(getShanghaiDay(MIDNIGHT - 1)).toBe('20261121')
    expect(getShanghaiDay(MIDNIGHT)).toBe('20261122')
  })

  it('ends at the next midnight', () => {
    expect(getMsToNextShanghaiDay(MIDNIGHT)).toBe(86_400_000)
    expect(getMsToNextShanghaiDay(MIDNIGHT - 1)).toBe(1)
  })
})
