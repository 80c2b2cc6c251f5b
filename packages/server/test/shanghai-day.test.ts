import { msToNextShanghaiDay, shanghaiDay } from '../src/shanghai-day'

const MIDNIGHT = Date.UTC(2026, 10, 21, 16, 0, 0)

describe('the Shanghai day', () => {
  it('begins at 16:00 UTC', () => {
    expect(shanghaiDay(MIDNIGHT - 1)).toBe('20261121')
    expect(shanghaiDay(MIDNIGHT)).toBe('20261122')
  })

  it('has as much left as it has', () => {
    expect(msToNextShanghaiDay(MIDNIGHT)).toBe(86_400_000)
    expect(msToNextShanghaiDay(MIDNIGHT - 1)).toBe(1)
  })
})
