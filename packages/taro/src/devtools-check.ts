// In development, warns about WeChat DevTools that call the carrier itself: there the image request carries a Referer,
// which the carrier answers with 111034 [S appendix], and the page sees 500 only. Bundles for users do not contain it.
import { DEFAULT_LINE } from '@local-number/jssdk'
import { CARRIER_ORIGINS } from '@local-number/protocol'
import { getSystemInfoSync } from '@tarojs/taro'
import type { LocalNumberLoginOptions } from './options'
import { tellOnce } from './tell-once'

const REFERER =
  'devToolsReferer: WeChat DevTools sends a Referer with the image, so the carrier refuses number retrieval (500 ' +
  'here, 111034 in the answer). Use a phone (真机调试), or set `origins` to a simulator.'

/** Warns once per start of the app. */
export function warnAboutDevTools({ line = DEFAULT_LINE, origins, editions }: LocalNumberLoginOptions): void {
  if (editions && !editions.some(({ name }) => name === 'image')) return
  const { getMobile } = { ...CARRIER_ORIGINS, ...origins }[line]
  const callsCarrier = Object.values(CARRIER_ORIGINS).some((own) => own.getMobile === getMobile)
  if (callsCarrier && getSystemInfoSync().platform === 'devtools') tellOnce('devToolsReferer', REFERER)
}
