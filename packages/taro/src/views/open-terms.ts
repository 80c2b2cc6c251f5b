// Terms that need no sheet: a page of the app, or a new tab of the browser.
import { navigateTo } from '@tarojs/taro'
import type { Terms } from '../terms'

/** @returns `false` if they have to be shown in a sheet: a text, or a link that a mini-program cannot open */
export function openTermsOutside({ page, url }: Terms): boolean {
  if (page !== undefined) navigateTo({ url: page })
  else if (process.env.TARO_ENV === 'h5' && url !== undefined) window.open(url, '_blank', 'noopener')
  else return false
  return true
}
