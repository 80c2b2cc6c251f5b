// Going from page to page, and what WeChat draws around a page.
import type { Pages } from '../logic/pages'
import type { Screen } from '../view/screen'
import { CallFailure, type Calls, type Wx } from './call'

const TOAST_MS = 1500

export function pagesApi({ call, act }: Calls, pages: Pages, screen: Screen) {
  let clipboard = ''
  return {
    navigateTo: call('navigateTo', ({ url }) => {
      pages.navigateTo(url)
      return { eventChannel: noChannel() }
    }),
    redirectTo: act('redirectTo', ({ url }) => {
      pages.redirectTo(url)
    }),
    reLaunch: act('reLaunch', ({ url }) => {
      pages.relaunch(url)
    }),
    navigateBack: act('navigateBack', ({ delta }) => {
      if (!pages.back(delta)) throw new CallFailure('cannot navigate back at first page.')
    }),
    setNavigationBarTitle: act('setNavigationBarTitle', ({ title }) => {
      screen.setTitle(title)
    }),
    pageScrollTo: act('pageScrollTo', ({ scrollTop = 0 }) => {
      const [page] = [...document.querySelectorAll('.weapp-page')].slice(-1)
      if (page) page.scrollTop = scrollTop
    }),
    showToast: act('showToast', ({ title, duration = TOAST_MS }) => {
      screen.toast(title)
      setTimeout(() => screen.toast(null), duration)
    }),
    showLoading: act('showLoading', ({ title }) => {
      screen.toast(title)
    }),
    hideToast: act('hideToast', () => {
      screen.toast(null)
    }),
    hideLoading: act('hideLoading', () => {
      screen.toast(null)
    }),
    showModal: call('showModal', async (options) => {
      const { title = '', content = '', confirmText = '确定', cancelText = '取消', showCancel = true } = options
      const confirm = await screen.ask({ title, content, confirmText, cancelText: showCancel ? cancelText : null })
      return { confirm, cancel: !confirm, content: '' }
    }),
    setClipboardData: act('setClipboardData', ({ data }) => {
      clipboard = data
      screen.toast('内容已复制')
      setTimeout(() => screen.toast(null), TOAST_MS)
    }),
    getClipboardData: call('getClipboardData', () => ({ data: clipboard })),
    createSelectorQuery: () => {
      const page = pages.instances.at(-1)
      if (!page) throw new Error('no page is open')
      return page.createSelectorQuery() as ReturnType<Wx['createSelectorQuery']>
    },
  } satisfies Partial<Wx>
}

/** Between an opener and what it opens: events are not carried yet. */
function noChannel() {
  const nothing = () => undefined
  return { on: nothing, once: nothing, off: nothing, emit: nothing }
}
