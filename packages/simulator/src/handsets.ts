// The virtual handsets: who stands on which carrier's network with which SIM.
import { type Msisdn, parseMsisdn } from '@local-number/protocol'
import { SimulatorError } from './errors'

/** China Mobile, China Unicom, China Telecom. */
export type Carrier = 'CM' | 'CU' | 'CT'

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
}

export type HandsetPatch = Partial<Omit<Handset, 'id'>>

/** Made-up numbers, one handset per situation of the document. */
export const DEFAULT_HANDSETS: readonly Handset[] = [
  { id: 'cm-5g', label: '中国移动 5G', msisdn: '13800138000', carrier: 'CM', network: '5g' },
  { id: 'cm-4g', label: '中国移动 4G', msisdn: '13900139000', carrier: 'CM', network: '4g' },
  { id: 'cm-wifi', label: '中国移动 Wi-Fi', msisdn: '15800158000', carrier: 'CM', network: 'wifi' },
  { id: 'cu-5g', label: '中国联通 5G', msisdn: '18600186000', carrier: 'CU', network: '5g' },
  { id: 'ct-5g', label: '中国电信 5G', msisdn: '18900189000', carrier: 'CT', network: '5g' },
  { id: 'cm-data-only', label: '中国移动 流量卡', msisdn: null, carrier: 'CM', network: '4g' },
  { id: 'offline', label: '无网络', msisdn: '13700137000', carrier: 'CM', network: 'none' },
]

const ID = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/** The handsets of one simulator, and which of them is in the user's hand. */
export class HandsetRegistry {
  readonly #byId = new Map<string, Handset>()
  #activeId = ''

  constructor(handsets: readonly Handset[], activeId: string | undefined) {
    for (const handset of handsets) {
      if (this.#byId.has(handset.id)) {
        throw new SimulatorError('doubledHandset', `two handsets are called ${handset.id}: give each its own id`)
      }
      this.#byId.set(handset.id, checked(handset))
    }
    this.setActive(activeId ?? handsets[0]?.id ?? '')
  }

  get all(): readonly Handset[] {
    return [...this.#byId.values()]
  }

  get active(): Handset {
    return this.get(this.#activeId)
  }

  find(id: string): Handset | undefined {
    return this.#byId.get(id)
  }

  /** @throws SimulatorError `unknownHandset` */
  get(id: string): Handset {
    const handset = this.find(id)
    if (handset) return handset
    throw new SimulatorError('unknownHandset', `no handset is called "${id}": use ${[...this.#byId.keys()].join(', ')}`)
  }

  /** @throws SimulatorError `unknownHandset` */
  setActive(id: string): void {
    this.#activeId = this.get(id).id
  }

  /** @throws SimulatorError `unknownHandset`, `handsetMalformed` */
  update(id: string, patch: HandsetPatch): void {
    this.#byId.set(id, checked({ ...this.get(id), ...patch, id }))
  }
}

function checked(handset: Handset): Handset {
  if (!ID.test(handset.id)) {
    throw new SimulatorError('handsetMalformed', 'a handset id is lower-case letters, digits and dashes')
  }
  return { ...handset, msisdn: handset.msisdn === null ? null : checkedMsisdn(handset.id, handset.msisdn) }
}

function checkedMsisdn(id: string, text: string): Msisdn {
  const msisdn = parseMsisdn(text)
  if (msisdn) return msisdn
  throw new SimulatorError('handsetMalformed', `the number of ${id} is no mainland mobile number: 11 digits, or null`)
}
