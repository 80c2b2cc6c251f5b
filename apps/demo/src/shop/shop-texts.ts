// The shop's own texts, by language.
import type { Switches } from '../demo/switches'

export interface ShopTexts {
  readonly name: string
  readonly slogan: string
  /** The title of the shop's terms. */
  readonly terms: string
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
  readonly way: {
    readonly demo: string
    readonly code: WayTexts
    readonly password: WayTexts
    readonly invalidPhone: string
    readonly submit: string
    readonly fail: string
    readonly send: string
    readonly sent: string
  }
}

interface WayTexts {
  readonly label: string
  readonly placeholder: string
  readonly note: string
}

const zhCN: ShopTexts = {
  name: '拾光小店',
  slogan: '好物不等人，登录无需短信验证码',
  terms: '拾光小店用户协议',
  welcome: '欢迎来到拾光小店',
  enter: '进入小店',
  member: '已登录',
  guest: '您没有登录',
  logIn: '去登录',
  logOut: '退出登录',
  newArrivals: '本周上新',
  goods: ['手作陶杯', '暖光台灯', '布面手账', '素烧花瓶'],
  checkout: { title: '确认订单', hint: '登录后提交订单', total: '合计' },
  sessionRefused: '商店暂时打不开，请稍后再试',
  way: {
    demo: '演示',
    code: { label: '验证码登录', placeholder: '6 位验证码', note: '不会发送短信，验证码自动填入' },
    password: { label: '密码登录', placeholder: '密码', note: '任何密码都可以' },
    invalidPhone: '请输入 11 位手机号',
    submit: '完成登录',
    fail: '发送失败',
    send: '获取验证码',
    sent: '已自动填入',
  },
}

const hant: ShopTexts = {
  name: '拾光小店',
  slogan: '好物不等人，登入無需短訊驗證碼',
  terms: '拾光小店用戶協議',
  welcome: '歡迎來到拾光小店',
  enter: '進入小店',
  member: '已登入',
  guest: '您沒有登入',
  logIn: '去登入',
  logOut: '登出',
  newArrivals: '本週上新',
  goods: ['手作陶杯', '暖光檯燈', '布面手帳', '素燒花瓶'],
  checkout: { title: '確認訂單', hint: '登入後提交訂單', total: '合計' },
  sessionRefused: '商店暫時打不開，請稍後再試',
  way: {
    demo: '示範',
    code: { label: '驗證碼登入', placeholder: '6 位驗證碼', note: '不會發送短訊，驗證碼自動填入' },
    password: { label: '密碼登入', placeholder: '密碼', note: '任何密碼都可以' },
    invalidPhone: '請輸入 11 位手機號碼',
    submit: '完成登入',
    fail: '發送失敗',
    send: '取得驗證碼',
    sent: '已自動填入',
  },
}

const zhTW: ShopTexts = {
  ...hant,
  slogan: '好物不等人，登入無需簡訊驗證碼',
  terms: '拾光小店使用者協議',
  way: {
    ...hant.way,
    code: { label: '驗證碼登入', placeholder: '6 位驗證碼', note: '不會傳送簡訊，驗證碼自動填入' },
    fail: '傳送失敗',
  },
}

const en: ShopTexts = {
  name: 'Shiguang Shop',
  slogan: 'Good things, close by. No SMS code needed.',
  terms: 'Shiguang Shop Terms of Use',
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
  way: {
    demo: 'Demo',
    code: {
      label: 'Sign in with a code',
      placeholder: '6-digit code',
      note: 'No SMS is sent: the code fills itself in',
    },
    password: { label: 'Sign in with a password', placeholder: 'Password', note: 'Any password will do' },
    invalidPhone: 'Enter an 11-digit phone number',
    submit: 'Finish signing in',
    fail: 'Not sent',
    send: 'Get code',
    sent: 'Filled in',
  },
}

export const SHOP_TEXTS: Readonly<Record<Switches['lang'], ShopTexts>> = {
  'zh-CN': zhCN,
  'zh-HK': hant,
  'zh-TW': zhTW,
  en,
}
