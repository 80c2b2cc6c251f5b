// The virtual handsets: who stands on which carrier's network with which SIM. Types and the list of networks.

/** China Mobile, China Unicom, China Telecom. */
export type Carrier = (typeof CARRIERS)[number]

export const CARRIERS = ['CM', 'CU', 'CT'] as const

/**
 * What the handset is connected to, in the words of wx.getNetworkType. `unknown` is a cellular network that the handset
 * itself cannot name, so trying works; `none` reaches nobody.
 */
export type Network = (typeof NETWORKS)[number]

export const NETWORKS = ['2g', '3g', '4g', '5g', 'wifi', 'none', 'unknown'] as const

export interface Handset {
  /** Names the handset in an origin (`cu-5g.localhost`): lower-case letters, digits and dashes. */
  readonly id: string
  readonly label: string
  /** 11 digits, or `null` for a data-only SIM. */
  readonly msisdn: string | null
  readonly carrier: Carrier
  readonly network: Network
  /** The id of the handset whose hotspot it is on: the gateway then sees that one's SIM. Default: none. */
  readonly hotspot?: string | null
}

export type HandsetPatch = Partial<Omit<Handset, 'id'>>

/** A handset as the admin API shows it. */
export interface HandsetView extends Handset {
  readonly hotspot: string | null
  /** Requests sent here come from this handset. */
  readonly origin: string
  /** Requests to the gateway's own origin come from it. */
  readonly active: boolean
}
