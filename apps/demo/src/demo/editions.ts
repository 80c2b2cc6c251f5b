// The editions of the carrier's check that the demo can be contracted for.
import { type CarrierEdition, imageEdition } from '@local-number/taro'
import { httpsEdition } from '@local-number/taro/https'

/** In the order of the panel. */
export const CONTRACTS = {
  image: { label: '图片版', editions: [imageEdition] },
  https: { label: 'HTTPS 版', editions: [httpsEdition] },
  both: { label: '两个版本', editions: [imageEdition, httpsEdition] },
} as const satisfies Record<string, { readonly label: string; readonly editions: readonly CarrierEdition[] }>

export type Contract = keyof typeof CONTRACTS

export const CONTRACT_NAMES = Object.keys(CONTRACTS) as readonly Contract[]

/** A part of a page's address: anything unknown is the default. */
export function toContract(text: string | undefined): Contract {
  return CONTRACT_NAMES.find((name) => name === text) ?? 'image'
}
