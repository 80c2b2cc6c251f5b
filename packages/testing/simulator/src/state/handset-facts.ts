// The handsets that a new simulator has, the defaults of a handset, and what follows from its system.
import type { Handset } from '@local-number/simulator-contract'
import { dropUndefined } from '../common/drop-undefined'

/** A label of a host name (RFC 1123). */
export const HANDSET_ID = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/** Each can have its own port. */
export const MAX_HANDSETS = 1000

const IPHONE = { carrier: 'CM', os: 'ios', osVersion: '18.5' } as const

/** Made-up numbers, one handset per situation of the document. */
export const DEFAULT_HANDSETS: readonly Handset[] = [
  { id: 'cm-5g', label: '中国移动 5G', msisdn: '13800138000', carrier: 'CM', network: '5g' },
  { id: 'cm-4g', label: '中国移动 4G', msisdn: '13900139000', carrier: 'CM', network: '4g' },
  { id: 'cm-wifi', label: '中国移动 Wi-Fi', msisdn: '15800158000', carrier: 'CM', network: 'wifi' },
  { id: 'cu-5g', label: '中国联通 5G', msisdn: '18600186000', carrier: 'CU', network: '5g' },
  { id: 'ct-5g', label: '中国电信 5G', msisdn: '18900189000', carrier: 'CT', network: '5g' },
  { id: 'cm-data-only', label: '中国移动 流量卡', msisdn: null, carrier: 'CM', network: '4g' },
  { id: 'offline', label: '无网络', msisdn: '13700137000', carrier: 'CM', network: 'none' },
  { ...IPHONE, id: 'ios18-5g', label: 'iPhone iOS 18 · 5G', msisdn: '13600136000', network: '5g' },
  { ...IPHONE, id: 'ios18-wifi', label: 'iPhone iOS 18 · Wi-Fi', msisdn: '13500135000', network: 'wifi' },
  {
    id: 'android-wifi-data',
    label: 'Android Wi-Fi + 移动数据',
    msisdn: '13400134000',
    carrier: 'CM',
    network: 'wifi',
    mobileData: true,
  },
  { id: 'no-sim-wifi', label: '无 SIM 卡 · Wi-Fi', msisdn: null, carrier: 'CM', network: 'wifi' },
]

const DEFAULTS = {
  hotspot: null,
  os: 'android',
  osVersion: '14',
  mobileData: false,
  iot: false,
  blocked: false,
} as const

/** A handset with its defaults filled in, as it is stored. */
export type StoredHandset = Required<Handset>

export function completeHandset(handset: Handset): StoredHandset {
  return { ...DEFAULTS, ...dropUndefined(handset) }
}

/** WebKit upgrades http images from this version on (protocol.md §3). */
const FIRST_UPGRADING_IOS = 18

/** Whether the system loads http images of host names over https. */
export function upgradesHttpImages({ os, osVersion }: StoredHandset): boolean {
  return os === 'ios' && Number.parseInt(osVersion, 10) >= FIRST_UPGRADING_IOS
}
