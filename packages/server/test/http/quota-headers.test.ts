import { describeQuotas, describeWait } from '../../src/http/quota-headers'

it('what is left of each limit is told in seconds, rounded up', () => {
  const address = { name: 'signsPerIpv4', limit: 1_200, windowMs: 60_000, remaining: 1_199, resetMs: 41_001 } as const
  const caller = { name: 'signsPerCaller', limit: 20, windowMs: 60_000, remaining: 0, resetMs: 1 } as const
  expect(describeQuotas([address, caller])).toEqual({
    'ratelimit-policy': '"signsPerIpv4";q=1200;w=60, "signsPerCaller";q=20;w=60',
    ratelimit: '"signsPerIpv4";r=1199;t=42, "signsPerCaller";r=0;t=1',
  })
})

it('a call that counts for no limit has no such headers', () => {
  expect(describeQuotas([])).toEqual({})
})

it('a refusal tells when to try again, and by which limit', () => {
  expect(describeWait({ retryAfterMs: 41_001, reason: 'signsPerIpv4' })).toEqual({
    'retry-after': '42',
    ratelimit: '"signsPerIpv4";r=0;t=42',
  })
  expect(describeWait({ retryAfterMs: 1_000 })).toEqual({ 'retry-after': '1' })
  expect(describeWait({ reason: 'accountFrozen' })).toEqual({})
})
