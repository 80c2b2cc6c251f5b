// Opening pages, and what WeChat draws around them.
import type { Pages } from '../logic/pages'
import type { LogicThread } from '../logic/thread'
import type { Screen } from '../view/screen'
import { CallFailure } from './call'
import { createToast, type Toast } from './toast'
import type { TypedCalls, Wx } from './wechat-types'

const TOAST_MS = 1500

export interface ScreenParts {
  readonly calls: TypedCalls
  readonly thread: LogicThread
  readonly screen: Screen
}

export interface PagesApiOptions extends ScreenParts {
  readonly pages: Pages
  readonly reportMissing: (what: string) => void
}

export function createPagesApi(options: PagesApiOptions) {
  const { calls, screen, pages, reportMissing } = options
  const { call, act } = calls
  return {
    ...createNavigationApi(options),
    ...createToastApi(calls, createToast(screen)),
    setNavigationBarTitle: act('setNavigationBarTitle', ({ title }) => pages.setTitle(title)),
    pageScrollTo: act('pageScrollTo', ({ scrollTop = 0, selector }) => {
      if (selector) reportMissing('wx.pageScrollTo({ selector })')
      const [page] = [...document.querySelectorAll('.weapp-page')].slice(-1)
      if (page) page.scrollTop = scrollTop
    }),
    showModal: call('showModal', async (modal) => {
      const { title = '', content = '', confirmText = '确定', cancelText = '取消', showCancel = true } = modal
      if (modal.editable) reportMissing('wx.showModal({ editable })')
      const confirm = await screen.ask({ title, content, confirmText, cancelText: showCancel ? cancelText : null })
      return { confirm, cancel: !confirm, content: '' }
    }),
    createSelectorQuery: () => {
      const page = pages.instances.at(-1)
      if (!page) throw new Error('wx.createSelectorQuery: no page is open')
      return page.createSelectorQuery() as ReturnType<Wx['createSelectorQuery']>
    },
  } satisfies Partial<Wx>
}

function createNavigationApi({ calls: { call, act }, thread, pages }: PagesApiOptions) {
  /** Pages change after the code that called has finished. */
  const afterCaller = <T>(change: () => T) =>
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
      const eventChannel = await afterCaller(() => {
        const opener = pages.navigateTo(url)
        for (const [event, listener] of Object.entries(events)) opener.on(event, listener)
        return opener
      })
      return { eventChannel }
    }),
    redirectTo: act('redirectTo', ({ url }) => afterCaller(() => pages.redirectTo(url))),
    reLaunch: act('reLaunch', ({ url }) => afterCaller(() => pages.relaunch(url))),
    navigateBack: act('navigateBack', ({ delta }) =>
      afterCaller(() => {
        if (!pages.back(delta)) throw new CallFailure('cannot navigate back at first page.')
      }),
    ),
  } satisfies Partial<Wx>
}

function createToastApi({ act }: TypedCalls, toast: Toast) {
  return {
    showToast: act('showToast', ({ title, duration = TOAST_MS }) => toast.show(title, duration)),
    showLoading: act('showLoading', ({ title }) => toast.show(title)),
    hideToast: act('hideToast', () => toast.hide()),
    hideLoading: act('hideLoading', () => toast.hide()),
  } satisfies Partial<Wx>
}

/** The clipboard is one of the members that WeChat's privacy rules guard. */
export function createClipboardApi({ calls, screen }: ScreenParts, authorize: (api: string) => Promise<void>) {
  const toast = createToast(screen)
  let clipboard = ''
  return {
    setClipboardData: calls.act('setClipboardData', async ({ data }) => {
      await authorize('setClipboardData')
      clipboard = data
      toast.show('内容已复制', TOAST_MS)
    }),
    getClipboardData: calls.call('getClipboardData', async () => {
      await authorize('getClipboardData')
      return { data: clipboard }
    }),
  } satisfies Partial<Wx>
}
