import { createFingerprint } from '../../src/fingerprint'
import { identifyClient } from '../../src/rate-limits/client'
import { createFacts } from '../support/business'

const fingerprint = createFingerprint('a secret of the tests alone')
const identify = (facts: { address?: string; callerId?: string }) => identifyClient(createFacts(facts), fingerprint)

it('a client counts for its address, and owns what it fills under the widest network', () => {
  const { signLimits, owner } = identify({ address: '2001:db8::1' })
  expect(signLimits.map(([name]) => name)).toEqual(['signsPerIpv6Network', 'signsPerIpv6Site'])
  expect(owner).toBe(signLimits[1]?.[1])
  expect(identify({ address: '2001:db8:0:1::1' }).owner).toBe(owner)
  expect(identify({ address: '2001:db8:1::1' }).owner).not.toBe(owner)
})

it('a caller that the transport knows counts for itself, whatever its address', () => {
  const caller = identify({ callerId: 'a'.repeat(16), address: '203.0.113.7' })
  expect(caller).toEqual(identify({ callerId: 'a'.repeat(16), address: '2001:db8::1' }))
  expect(caller.signLimits).toEqual([['signsPerCaller', caller.owner]])
})

it('clients without an address own together what they fill', () => {
  expect(identify({})).toEqual(identify({ address: 'unknown' }))
  expect(identify({}).owner).not.toBe('')
})

it('each name is worked out once for a call', () => {
  const counting = jest.fn(fingerprint)
  identifyClient(createFacts({ address: '203.0.113.7' }), counting)
  expect(counting).toHaveBeenCalledTimes(1)
})
