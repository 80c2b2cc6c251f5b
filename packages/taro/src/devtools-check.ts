// In development, tells of WeChat DevTools in front of the carrier itself: there the image brings a Referer along, which
// the carrier answers with 111034 [S appendix], and the page hears no more than 500. Like the check of the plugin, no
// bundle for users holds it.
import { CARRIER_ORIGINS } from '@local-number/protocol'
import { getSystemInfoSync } from '@tarojs/taro'
import type { LocalNumberLoginOptions } from './options'

const REFERER =
  'devToolsReferer: WeChat DevTools sends a Referer with the image, so the carrier refuses to take the number (500 here, ' +
  '111034 in the answer). Use a phone (真机调试), or give `origins` of a simulator.'

let told = false

/** Once per start of the app. */
export function tellOfDevTools({ line = 'production', origins }: LocalNumberLoginOptions): void {
  const { getMobile } = { ...CARRIER_ORIGINS, ...origins }[line]
  const atTheCarrier = Object.values(CARRIER_ORIGINS).some((own) => own.getMobile === getMobile)
  if (told || !atTheCarrier || getSystemInfoSync().platform !== 'devtools') return
  told = true
  // biome-ignore lint/suspicious/noConsole: the one line meant for the developer's console.
  console.error(REFERER)
}
