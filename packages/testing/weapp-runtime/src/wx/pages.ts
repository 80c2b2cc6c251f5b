// Opening pages, and what WeChat draws around them.
import type { Pages } from '../logic/pages'
import type { LogicThread } from '../logic/thread'
import type { Screen } from '../view/screen'
import { CallFailure } from './call-failure'
import { createToast, type Toast } from './toast'
import type { TypedCalls, Wx } from './wechat-types'

const TOAST_MS = 1500

/** "最多 4 个字符", developers.weixin.qq.com/miniprogram/dev/api/ui/interact/wx.showModal.html. */
const MAX_BUTTON_LENGTH = 4

/** "仅支持 #ffffff 和 #000000", developers.weixin.qq.com/miniprogram/dev/api/ui/navigation-bar/wx.setNavigationBarColor.html. */
const FRONT_COLORS: readonly string[] = ['#ffffff', '#000000']

export interface ScreenParts {
  readonly calls: TypedCalls
  readonly thread: LogicThread
  readonly screen: Screen
}

export interface PagesApiOptions extends ScreenParts {
  readonly pages: Pages
}

export function createPagesApi(options: PagesApiOptions) {
  const { calls, screen, pages } = options
  const { call, act } = calls
  return {
    ...createNavigationApi(options),
    ...createToastApi(calls, createToast(screen)),
    setNavigationBarTitle: act('setNavigationBarTitle', ({ title }) => pages.setTitle(title)),
    setNavigationBarColor: act('setNavigationBarColor', ({ frontColor, backgroundColor }) => {
      if (!FRONT_COLORS.includes(frontColor)) throw new CallFailure(`invalid frontColor "${frontColor}"`)
      pages.setBarColors({ frontColor, backgroundColor })
    }),
    pageScrollTo: act('pageScrollTo', ({ scrollTop = 0 }) => {
      const [page] = [...document.querySelectorAll('.weapp-page')].slice(-1)
      if (page) page.scrollTop = scrollTop
    }),
    showModal: call('showModal', async (modal) => {
      const { title = '', content = '', confirmText = '确定', cancelText = '取消', showCancel = true } = modal
      checkButton('confirmText', confirmText)
      checkButton('cancelText', cancelText)
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

/** @throws CallFailure in WeChat's words */
function checkButton(option: string, text: string): void {
  if ([...text].length <= MAX_BUTTON_LENGTH) return
  throw new CallFailure(`${option} length should not larger than ${MAX_BUTTON_LENGTH} Chinese characters`)
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
    showToast: act('showToast', ({ title, duration = TOAST_MS, icon = 'success' }) =>
      toast.show(title, { durationMs: duration, icon }),
    ),
    showLoading: act('showLoading', ({ title }) => toast.show(title, { icon: 'loading' })),
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
      toast.show('内容已复制', { durationMs: TOAST_MS, icon: 'none' })
    }),
    getClipboardData: calls.call('getClipboardData', async () => {
      await authorize('getClipboardData')
      return { data: clipboard }
    }),
  } satisfies Partial<Wx>
}
