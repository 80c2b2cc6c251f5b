// Which options of each member of `wx` have an effect here.

/** Each option with the values that change nothing; `ANY` for those that are implemented. Others are off by default. */
export type ImplementedOptions = Readonly<Record<string, readonly unknown[]>>

const ANY: readonly unknown[] = []

/** By member, without success, fail and complete. An option that is not here is reported when it is used. */
export const IMPLEMENTED_OPTIONS: Readonly<Record<string, ImplementedOptions>> = {
  request: {
    url: ANY,
    method: ANY,
    data: ANY,
    header: ANY,
    timeout: ANY,
    dataType: ANY,
    forceCellularNetwork: ANY,
    responseType: ['text'],
    redirect: ['follow'],
  },
  'cloud.init': { env: ANY, traceUser: ANY },
  'cloud.callFunction': { name: ANY, data: ANY },
  getNetworkType: {},
  getSystemInfo: {},
  getSystemInfoAsync: {},
  getRandomValues: { length: ANY },
  setStorage: { key: ANY, data: ANY },
  getStorage: { key: ANY },
  removeStorage: { key: ANY },
  clearStorage: {},
  getStorageInfo: {},
  navigateTo: { url: ANY, events: ANY },
  redirectTo: { url: ANY },
  reLaunch: { url: ANY },
  navigateBack: { delta: ANY },
  setNavigationBarTitle: { title: ANY },
  // The colors change at once: an animation without duration, which is the default.
  setNavigationBarColor: { frontColor: ANY, backgroundColor: ANY },
  // The page jumps: a scroll without duration.
  pageScrollTo: { scrollTop: ANY, duration: [0] },
  showModal: {
    title: ANY,
    content: ANY,
    showCancel: ANY,
    cancelText: ANY,
    confirmText: ANY,
    cancelColor: ['#000000'],
    confirmColor: ['#576B95'],
    // Only seen in an editable pop-up.
    placeholderText: ANY,
  },
  showToast: { title: ANY, duration: ANY, icon: ANY },
  showLoading: { title: ANY },
  vibrateShort: { type: ANY },
  hideToast: {},
  hideLoading: {},
  setClipboardData: { data: ANY },
  getClipboardData: {},
  getPrivacySetting: {},
  requirePrivacyAuthorize: {},
  // The answer is immediate.
  login: { timeout: ANY },
}

/** Whether an option is not here and would change something. */
export function isOptionMissing(implemented: ImplementedOptions, option: string, value: unknown): boolean {
  const harmless = implemented[option]
  if (harmless === undefined) return Boolean(value)
  return harmless !== ANY && value !== undefined && !harmless.includes(value)
}
