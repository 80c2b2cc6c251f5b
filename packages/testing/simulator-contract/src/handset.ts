// The virtual handsets, each with a SIM and a network. Types, and the lists of carriers, networks and systems.

/** China Mobile, China Unicom, China Telecom. */
export type Carrier = (typeof CARRIERS)[number]

export const CARRIERS = ['CM', 'CU', 'CT'] as const

/**
 * What the handset is connected to, as wx.getNetworkType names it. `unknown` is a cellular network that the handset
 * cannot name: number retrieval works. `none` is no connection at all.
 */
export type Network = (typeof NETWORKS)[number]

export const NETWORKS = ['2g', '3g', '4g', '5g', 'wifi', 'none', 'unknown'] as const

/** The operating system. */
export type HandsetOs = (typeof HANDSET_OSES)[number]

export const HANDSET_OSES = ['android', 'ios'] as const

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
  /** @default android */
  readonly os?: HandsetOs
  /**
   * One to three numbers: `18`, `18.5`, `17.6.1`.
   *
   * @default '14'
   */
  readonly osVersion?: string
  /**
   * Whether an app can send a request over mobile data while the handset is on Wi-Fi (`forceCellularNetwork`). Only
   * phones with Android and a SIM were seen to do so.
   *
   * @default false
   */
  readonly mobileData?: boolean
  /**
   * An IoT SIM: the HTTPS edition retrieves no number (103609).
   *
   * @default false
   */
  readonly iot?: boolean
  /**
   * Whether the number is on the platform's black list: the HTTPS edition refuses it (111002).
   *
   * @default false
   */
  readonly blocked?: boolean
}

export type HandsetPatch = Partial<Omit<Handset, 'id'>>

/** A handset as the admin API shows it. */
export interface HandsetView extends Required<Handset> {
  /**
   * Whether it loads http images of host names over https: WebKit of iOS 18 and later, without a way back to http. IP
   * addresses are exempt.
   */
  readonly upgradesHttpImages: boolean
  /** Requests that are sent here come from this handset. */
  readonly origin: string
  /** Whether requests to the gateway's own origin come from it. */
  readonly active: boolean
}
