// The virtual handsets, each with a SIM and a network. Types, and the lists of carriers and networks.

/** China Mobile, China Unicom, China Telecom. */
export type Carrier = (typeof CARRIERS)[number]

export const CARRIERS = ['CM', 'CU', 'CT'] as const

/**
 * What the handset is connected to, as wx.getNetworkType names it. `unknown` is a cellular network that the handset
 * cannot name: number retrieval works. `none` is no connection at all.
 */
export type Network = (typeof NETWORKS)[number]

export const NETWORKS = ['2g', '3g', '4g', '5g', 'wifi', 'none', 'unknown'] as const

export interface Handset {
  /** Names the handset in an origin (`cu-5g.localhost`): up to 63 lower-case letters, digits and inner dashes. */
  readonly id: string
  /** At most 40 characters. */
  readonly label: string
  /** 11 digits, or `null` for a data-only SIM. */
  readonly msisdn: string | null
  readonly carrier: Carrier
  readonly network: Network
  /**
   * The id of the handset whose hotspot it uses while its network is `wifi`: the gateway then sees that handset's SIM.
   *
   * @default null
   */
  readonly hotspot?: string | null
}

export type HandsetPatch = Partial<Omit<Handset, 'id'>>

/** A handset as the admin API shows it. */
export interface HandsetView extends Handset {
  readonly hotspot: string | null
  /** Requests that are sent here come from this handset. */
  readonly origin: string
  /** Whether requests to the gateway's own origin come from it. */
  readonly active: boolean
}
