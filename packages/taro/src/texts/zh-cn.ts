// The component's texts in simplified Chinese.
import type { Texts } from './texts'

const UNCONFIRMED = { title: '暂时无法验证', advice: '运营商未能识别本机号码。' }
const NOT_SERVED = { title: '服务暂不可用', advice: '' }
const OTHER_SIM = '您正在使用其他运营商的 SIM 卡。'
const SECONDS = '{n} 秒后可重试。'
const MINUTES = '{n} 分钟后可重试。'

export const zhCN: Texts = {
  title: '本机号码登录',
  subtitle: '由运营商确认号码，无需短信验证码',
  carrier: { 1: '中国移动提供认证服务', 0: '运营商提供认证服务' },
  consent: '我已阅读并同意{terms}，授权{app}核验本机号码',
  // The first is `CARRIER_TERMS.title`: reading it here would keep all texts in apps with views of their own.
  carrierTerms: ['中国移动认证服务条款', '联通统一认证服务条款', '天翼账号服务与隐私协议'],
  quotes: ['《', '》'],
  and: '和',
  comma: '、',
  agree: '本机号码登录',
  agreeDialog: {
    title: '请阅读并同意以下条款',
    body: '点击“同意并登录”，即表示您已阅读并接受{terms}，授权{app}核验本机号码。',
    disagree: '不同意',
    agree: '同意并登录',
  },
  progress: {
    authorizing: '请在弹窗中授权',
    checkingNetwork: '正在核验本机号码…',
    acquiring: '正在核验本机号码…',
    renewing: '正在重新核验…',
    verifying: '登录中…',
    openingSession: '登录中…',
  },
  turnWifiOff: { title: '请关闭 Wi\u2011Fi', advice: '请在系统设置中关闭 Wi\u2011Fi 并打开移动数据，将自动继续。' },
  phone: { label: '本机号码', placeholder: '请输入本机号码', submit: '登录', another: '换个号码', clear: '清空' },
  problems: {
    invalidPhone: '请输入 11 位手机号',
    notThisNumber: '与本机号码不一致，请核对',
    consentMissing: '请先阅读并勾选协议',
  },
  notThisNumberTries: '与本机号码不一致，请核对（剩余 {n} 次）',
  notThisNumberAgain: '双卡手机请填写上网卡的号码（剩余 {n} 次）',
  notThisNumberLastTry: '与本机号码不一致，请核对（仅剩 1 次）',
  otherWay: '其他方式登录',
  useOtherWay: '请使用其他方式登录。',
  verified: '验证成功',
  reasons: {
    privacyDenied: { title: '您未授权', advice: '同意授权后才能核验本机号码。' },
    wifi: { title: '请关闭 Wi\u2011Fi', advice: '请在系统设置中关闭 Wi\u2011Fi 并打开移动数据。' },
    offline: { title: '网络未连接', advice: '请打开移动数据后重试。' },
    networkRefused: { title: '当前网络不支持', advice: '请改用中国移动的移动数据后重试。' },
    platformUnsupported: { title: '当前设备不支持本机号码登录', advice: '可在手机微信中打开小程序登录。' },
    httpsPage: { title: '当前页面不支持本机号码登录', advice: '' },
    numberRetrievalFailed: {
      title: '未能识别本机号码',
      advice: '目前仅支持中国移动号码，请打开移动数据，并关闭 Wi\u2011Fi、热点和 VPN。',
    },
    otherCarrier: { title: '仅支持中国移动号码', advice: OTHER_SIM },
    clockWrong: { title: '手机时间不准确', advice: '请在系统设置中打开“自动设置时间”后重试。' },
    signingRefused: NOT_SERVED,
    tokenRefused: UNCONFIRMED,
    carrierUnreachable: { title: '运营商服务无响应', advice: '请检查网络后重试。' },
    serverUnreachable: { title: '服务暂不可用', advice: '请稍后重试。' },
    timeout: { title: '网络超时', advice: '请检查网络后重试。' },
    verificationUnavailable: UNCONFIRMED,
    dailyLimit: { title: '今日验证次数已达上限', advice: '明天可再用本机号码登录。' },
    attemptsExhausted: { title: '尝试次数过多', advice: '号码多次不一致。' },
    rateLimited: { title: '操作过于频繁', advice: '请稍后重试。' },
    loginRefused: { title: '该号码无法在此登录', advice: '如有疑问，请联系客服。' },
    userChoice: { title: '其他方式登录', advice: '' },
    misconfigured: NOT_SERVED,
  },
  anyCarrier: {
    numberRetrievalFailed: { title: '未能识别本机号码', advice: '请打开移动数据，并关闭 Wi\u2011Fi、热点和 VPN。' },
    networkRefused: { title: '当前网络不支持', advice: '请改用移动数据后重试。' },
    otherCarrier: { title: '不支持该运营商', advice: OTHER_SIM },
  },
  wait: {
    second: SECONDS,
    seconds: SECONDS,
    minute: MINUTES,
    minutes: MINUTES,
    hours: '{n} 小时后可重试。',
    over: '现在可以重试了。',
  },
  sessionFailed: { title: '登录失败', advice: '请稍后重试。' },
  retry: {
    consent: '本机号码登录',
    checkingNetwork: '重试',
    awaitingCellular: '已关闭，继续',
    phoneEntry: '返回输入号码',
  },
  retryNow: '重试',
  restart: '重新登录',
  cancel: '暂不登录',
  back: '返回',
  reference: '反馈编号',
  copy: '复制',
  copied: '已复制',
  sheet: { advice: '请复制链接，在浏览器中打开阅读。', close: '关闭' },
}
