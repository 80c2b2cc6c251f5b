// Going from page to page, and what WeChat draws around a page.
import type { Pages } from '../logic/pages'
import type { LogicThread } from '../logic/thread'
import type { Screen } from '../view/screen'
import { CallFailure, type Calls, type Wx } from './call'
import { createToast } from './toast'

const TOAST_MS = 1500

export function pagesApi(
  { call, act }: Calls,
  thread: LogicThread,
  pages: Pages,
  screen: Screen,
  missing: (what: string) => void,
) {
  const toast = createToast(screen)
  /** Pages change after whoever asked for it is done. */
  const inItsTurn = <T>(change: () => T) =>
    new Promise<T>((resolve, reject) => {
      thread.post(() => {
        try {
          resolve(change())
        } catch (error) {
          reject(error)
        }
      })
    })
  return {
    navigateTo: call('navigateTo', async ({ url, events = {} }) => {
      const channel = await inItsTurn(() => {
        const opener = pages.navigateTo(url)
        for (const [event, listener] of Object.entries(events)) opener.on(event, listener)
        return opener
      })
      return { eventChannel: channel }
    }),
    redirectTo: act('redirectTo', ({ url }) => inItsTurn(() => pages.redirectTo(url))),
    reLaunch: act('reLaunch', ({ url }) => inItsTurn(() => pages.relaunch(url))),
    navigateBack: act('navigateBack', ({ delta }) =>
      inItsTurn(() => {
        if (!pages.back(delta)) throw new CallFailure('cannot navigate back at first page.')
      }),
    ),
    setNavigationBarTitle: act('setNavigationBarTitle', ({ title }) => {
      pages.setTitle(title)
    }),
    pageScrollTo: act('pageScrollTo', ({ scrollTop = 0, selector }) => {
      if (selector) missing('wx.pageScrollTo({ selector })')
      const [page] = [...document.querySelectorAll('.weapp-page')].slice(-1)
      if (page) page.scrollTop = scrollTop
    }),
    showToast: act('showToast', ({ title, duration = TOAST_MS }) => {
      toast.show(title, duration)
    }),
    showLoading: act('showLoading', ({ title }) => {
      toast.show(title)
    }),
    hideToast: act('hideToast', () => {
      toast.hide()
    }),
    hideLoading: act('hideLoading', () => {
      toast.hide()
    }),
    showModal: call('showModal', async (options) => {
      const { title = '', content = '', confirmText = '确定', cancelText = '取消', showCancel = true } = options
      if (options.editable) missing('wx.showModal({ editable })')
      const confirm = await screen.ask({ title, content, confirmText, cancelText: showCancel ? cancelText : null })
      return { confirm, cancel: !confirm, content: '' }
    }),
    createSelectorQuery: () => {
      const page = pages.instances.at(-1)
      if (!page) throw new Error('no page is open')
      return page.createSelectorQuery() as ReturnType<Wx['createSelectorQuery']>
    },
  } satisfies Partial<Wx>
}

/** The clipboard is one of the things that WeChat's privacy rules guard. */
export function clipboardApi({ call, act }: Calls, screen: Screen, authorized: (api: string) => Promise<void>) {
  const toast = createToast(screen)
  let clipboard = ''
  return {
    setClipboardData: act('setClipboardData', async ({ data }) => {
      await authorized('setClipboardData')
      clipboard = data
      toast.show('内容已复制', TOAST_MS)
    }),
    getClipboardData: call('getClipboardData', async () => {
      await authorized('getClipboardData')
      return { data: clipboard }
    }),
  } satisfies Partial<Wx>
}
