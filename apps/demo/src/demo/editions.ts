// The editions of the carrier's check that the demo can be contracted for.
import { type CarrierEdition, imageEdition } from '@local-number/taro'
import { httpsEdition } from '@local-number/taro/https'
import type { Switches } from './switches'

export const EDITIONS: Readonly<Record<Switches['edition'], readonly CarrierEdition[]>> = {
  image: [imageEdition],
  https: [httpsEdition],
  both: [imageEdition, httpsEdition],
}
