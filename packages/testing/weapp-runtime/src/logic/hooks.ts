// Hooks of the app and its pages that WeChat calls and this runtime does not.

type Hooks = Readonly<Record<string, unknown>>

/** Nobody shares, pulls down, resizes or restores a page here. */
const PAGE_HOOKS: readonly string[] = [
  ...['onShareAppMessage', 'onShareTimeline', 'onPullDownRefresh', 'onAddToFavorites', 'onTabItemTap'],
  ...['onResize', 'onSaveExitState', 'onRouteDone'],
]

const APP_HOOKS: readonly string[] = ['onPageNotFound']

/** Taro gives its pages all hooks but these, which only a page of the app defines. */
const OWN_IN_TARO: readonly string[] = ['onShareAppMessage', 'onShareTimeline', 'onRouteDone']

/** Lists the hooks that a page defines and that never run. */
export function listPageHooks(page: Hooks): string[] {
  const names = '$taroPath' in page ? OWN_IN_TARO : PAGE_HOOKS
  return names.filter((name) => typeof page[name] === 'function').map((name) => `Page.${name}`)
}

/** Lists those that need a page with a height. */
export function listScrollHooks(page: Hooks): string[] {
  return typeof page.onReachBottom === 'function' && !('$taroPath' in page) ? ['Page.onReachBottom'] : []
}

/** Lists those of an app. Taro's apps have all of them, and a `mount` that WeChat does not know. */
export function listAppHooks(app: Hooks): string[] {
  if (typeof app.mount === 'function') return []
  return APP_HOOKS.filter((name) => typeof app[name] === 'function').map((name) => `App.${name}`)
}
