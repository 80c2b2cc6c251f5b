// The shop's own texts, by language.
import type { Switches } from '../demo/switches'

export interface ShopTexts {
  readonly name: string
  /** Of the page with the login. */
  readonly title: string
  readonly slogan: string
  /** The title of the shop's terms. */
  readonly terms: string
  /** Their text. */
  readonly termsText: string
  readonly welcome: string
  readonly enter: string
  readonly member: string
  readonly guest: string
  readonly logIn: string
  readonly logOut: string
  readonly newArrivals: string
  readonly goods: readonly [string, string, string, string]
  readonly checkout: { readonly title: string; readonly hint: string; readonly total: string }
  readonly sessionRefused: string
  /** Of the captcha; `goods` are its pictures. */
  readonly captcha: { readonly title: string; readonly cancel: string }
  /** The way by password. */
  readonly way: {
    readonly demo: string
    readonly title: string
    /** Of the field. */
    readonly label: string
    readonly placeholder: string
    readonly note: string
    /** The link that reports a failure. */
    readonly fail: string
    readonly invalidPhone: string
    /** The label of the number, which can be anybody's. */
    readonly phone: string
    readonly submit: string
  }
}

const zhCN: ShopTexts = {
  name: '拾光小店',
  title: '本机号码登录',
  slogan: '好物不等人，登录无需短信验证码',
  terms: '拾光小店用户协议',
  termsText: [
    '欢迎使用拾光小店。本页面是演示，不会产生真实订单，也不收取任何费用。',
    '您填写的手机号只用于登录：由运营商或短信验证码确认它是您的，小店不会把它用于其他目的，也不会提供给第三方。',
    '您可以随时退出登录。',
  ].join('\n\n'),
  welcome: '欢迎来到拾光小店',
  enter: '进入小店',
  member: '已登录',
  guest: '您没有登录',
  logIn: '去登录',
  logOut: '退出登录',
  newArrivals: '本周上新',
  goods: ['手作陶杯', '暖光台灯', '布面手账', '素烧花瓶'],
  checkout: { title: '确认订单', hint: '登录后提交订单', total: '合计' },
  sessionRefused: '商店暂时打不开，请稍后再试。',
  captcha: { title: '请点选陶杯，以获取验证码', cancel: '取消' },
  way: {
    demo: '演示',
    title: '密码登录',
    label: '密码',
    placeholder: '任意密码',
    note: '演示不检查密码。',
    fail: '忘记密码？',
    phone: '手机号',
    invalidPhone: '请输入 11 位手机号',
    submit: '完成登录',
  },
}

const hant: ShopTexts = {
  name: '拾光小店',
  title: '本機號碼登入',
  slogan: '好物不等人，登入無需短訊驗證碼',
  terms: '拾光小店用戶協議',
  termsText: [
    '歡迎使用拾光小店。本頁面是示範，不會產生真實訂單，也不收取任何費用。',
    '您填寫的手機號碼只用於登入：由電訊商或短訊驗證碼確認它是您的，小店不會把它用於其他目的，也不會提供給第三方。',
    '您可以隨時登出。',
  ].join('\n\n'),
  welcome: '歡迎來到拾光小店',
  enter: '進入小店',
  member: '已登入',
  guest: '您沒有登入',
  logIn: '去登入',
  logOut: '登出',
  newArrivals: '本週上新',
  goods: ['手作陶杯', '暖光檯燈', '布面手帳', '素燒花瓶'],
  checkout: { title: '確認訂單', hint: '登入後提交訂單', total: '合計' },
  sessionRefused: '商店暫時打不開，請稍後再試。',
  captcha: { title: '請點選陶杯，以獲取驗證碼', cancel: '取消' },
  way: {
    demo: '示範',
    title: '密碼登入',
    label: '密碼',
    placeholder: '任意密碼',
    note: '示範不檢查密碼。',
    fail: '忘記密碼？',
    phone: '手機號碼',
    invalidPhone: '請輸入 11 位手機號碼',
    submit: '完成登入',
  },
}

const zhTW: ShopTexts = {
  ...hant,
  slogan: '好物不等人，登入無需簡訊驗證碼',
  terms: '拾光小店使用者協議',
  termsText: [
    '歡迎使用拾光小店。本頁面是示範，不會產生真實訂單，也不收取任何費用。',
    '您填寫的手機號碼只用於登入：由電信業者或簡訊驗證碼確認它是您的，小店不會把它用於其他目的，也不會提供給第三方。',
    '您可以隨時登出。',
  ].join('\n\n'),
}

const en: ShopTexts = {
  name: 'Shiguang Shop',
  title: 'Sign in',
  slogan: 'Good things, close by. No SMS code needed.',
  terms: 'Shiguang Shop Terms of Use',
  termsText: [
    'Welcome to Shiguang Shop. This page is a demo: no order is placed, and nothing is charged.',
    'We use your phone number only to sign you in: your carrier or an SMS code confirms that it is yours. The shop does not use it for anything else or share it.',
    'You can sign out at any time.',
  ].join('\n\n'),
  welcome: 'Welcome to Shiguang Shop',
  enter: 'Enter the shop',
  member: 'Signed in',
  guest: 'You are not signed in',
  logIn: 'Sign in',
  logOut: 'Sign out',
  newArrivals: 'New this week',
  goods: ['Clay cup', 'Warm lamp', 'Linen journal', 'Bisque vase'],
  checkout: { title: 'Your order', hint: 'Sign in to place the order', total: 'Total' },
  sessionRefused: 'The shop is closed for a moment. Please try again.',
  captcha: { title: 'Pick the cup to get a code', cancel: 'Cancel' },
  way: {
    demo: 'Demo',
    title: 'Sign in with a password',
    label: 'Password',
    placeholder: 'Any',
    note: 'The demo checks no password.',
    fail: 'Forgot your password?',
    phone: 'Phone number',
    invalidPhone: 'Enter an 11-digit phone number',
    submit: 'Finish signing in',
  },
}

export const SHOP_TEXTS: Readonly<Record<Switches['lang'], ShopTexts>> = {
  'zh-CN': zhCN,
  'zh-HK': hant,
  'zh-TW': zhTW,
  en,
}
