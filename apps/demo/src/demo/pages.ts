// The demo's pages, and how one leads to another.
import { getCurrentPages, navigateBack, navigateTo, redirectTo } from '@tarojs/taro'
import { formatSwitches } from './switches'
import type { Demo } from './use-demo'

export type PageName = 'standard' | 'custom' | 'headless' | 'nutui'

/** Opens a page with the present handset and switches. */
export function openPage(page: PageName, { handset, switches }: Demo): void {
  const url = `/pages/${page}/index?handset=${handset?.id ?? ''}&${formatSwitches(switches)}`
  if (page !== 'standard') navigateTo({ url })
  else if (getCurrentPages().length > 1) navigateBack()
  else redirectTo({ url })
}
