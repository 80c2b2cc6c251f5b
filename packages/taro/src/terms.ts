// The terms that the user agrees to: the carrier's, which law and carrier require, and the app's own.
import { CARRIER_TERMS, type OpenType } from '@local-number/protocol'
import type { Texts } from './texts'

/** Terms can be read before consent: on the web, on a page of the app, or as a text. */
export type Terms = {
  /** Without 《》. */
  readonly title: string
} & (
  | {
      /** Opens in a new tab on H5; a mini-program, whose web-view shows no foreign pages, has a sheet with the link. */
      readonly url: string
      readonly page?: undefined
      readonly content?: undefined
    }
  | {
      /** A page of the app, for `navigateTo`. */
      readonly page: string
      readonly url?: undefined
      readonly content?: undefined
    }
  | {
      /** Shown in a sheet. */
      readonly content: string
      readonly url?: undefined
      readonly page?: undefined
    }
)

/** As the SDKs of number-authentication vendors link them, for three networks [C]. */
const OTHER_CARRIERS = [
  'https://opencloud.wostore.cn/authz/resource/html/disclaimer.html?fromsdk=true',
  'https://e.189.cn/sdk/agreement/detail.do',
]

interface CarrierTermsOptions {
  /** @default '1' */
  readonly openType?: OpenType | undefined
  readonly titles: Texts['carrierTerms']
}

/** The carrier's terms first, or those of all three with `openType: '0'`; then the app's own. */
export function listTerms(own: readonly Terms[], { openType = '1', titles }: CarrierTermsOptions): readonly Terms[] {
  const urls = [CARRIER_TERMS.url, ...(openType === '0' ? OTHER_CARRIERS : [])]
  return [...urls.map((url, at) => ({ title: titles[at] ?? '', url })), ...own]
}
