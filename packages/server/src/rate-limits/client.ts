// Who a call is from, as the limits and the stores name it: by keyed hashes, worked out once for each call.
import type { LimitReason } from '@local-number/protocol'
import type { CallFacts } from '../call-facts'
import type { Fingerprint } from '../fingerprint'
import { parseClientAddress } from './client-address'

export type SignLimitName = Extract<LimitReason, `signsPer${string}`>

export interface Client {
  /** The limits that its signatures count for, with what each counts: from the narrowest network to the widest. */
  readonly signLimits: readonly (readonly [name: SignLimitName, key: string])[]
  /** The widest network, or the caller: who fills the stores, and whose checks fail. */
  readonly owner: string
}

/** A caller that the transport knows needs no address. */
export function identifyClient({ address = '', callerId }: CallFacts, fingerprint: Fingerprint): Client {
  const subjects = callerId === undefined ? listNetworks(address) : ([['signsPerCaller', callerId]] as const)
  const signLimits = subjects.map(([name, subject]) => [name, fingerprint('client', subject)] as const)
  return { signLimits, owner: signLimits.at(-1)?.[1] ?? '' }
}

function listNetworks(text: string): readonly (readonly [SignLimitName, string])[] {
  const address = parseClientAddress(text)
  if (address.kind === 'ipv4') return [['signsPerIpv4', address.text]]
  return [
    ['signsPerIpv6Network', address.network],
    ['signsPerIpv6Site', address.site],
  ]
}
