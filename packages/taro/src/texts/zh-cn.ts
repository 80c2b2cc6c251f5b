// The component's texts in simplified Chinese.
import type { Texts } from './texts'

export const zhCN: Texts = {
  title: '本机号码登录',
  subtitle: '由运营商确认号码，无需短信验证码',
  consent: '已阅读并同意{terms}，并授权{app}校验本机号码',
  and: '和',
  comma: '、',
  mustAgree: '请先阅读并勾选同意',
  agree: '同意并继续',
  progress: {
    authorizing: '正在等待授权…',
    checkingNetwork: '正在检查网络…',
    acquiring: '正在确认 SIM 卡…',
    renewing: '正在重新确认 SIM 卡…',
    verifying: '正在核对号码…',
  },
  turnWifiOff: {
    title: '请关闭 WLAN',
    advice: '只有使用手机流量时，运营商才能认出 SIM 卡。关闭后会自动继续。',
    waiting: '正在等待移动网络…',
  },
  phone: { label: '手机号', placeholder: '请输入本机号码', submit: '登录' },
  problems: {
    invalidPhone: '请输入 11 位手机号',
    notThisNumber: '这不是本机正在上网的号码，请检查后重试',
  },
  attemptsLeft: '还可以尝试 {n} 次',
  otherWay: '其他方式登录',
  verified: '验证成功',
  reasons: {
    privacyDenied: { title: '没有获得授权', advice: '只有您同意后才会校验本机号码。请重新同意，或使用其他方式登录。' },
    wifi: { title: '正在使用 WLAN', advice: '关闭 WLAN、改用手机流量后，即可用本机号码登录。' },
    offline: { title: '没有网络', advice: '请打开手机流量后重试。' },
    networkRefused: { title: '当前网络无法验证', advice: '请改用中国移动的手机流量后重试。' },
    platformUnsupported: {
      title: '这里不支持本机号码登录',
      advice: '请使用其他方式登录，或在手机微信的小程序中打开。',
    },
    httpsPage: {
      title: '当前页面不支持本机号码登录',
      advice: '浏览器不允许安全页面完成这项验证，请使用其他方式登录。',
    },
    numberRetrievalFailed: {
      title: '没能确认 SIM 卡',
      advice: '请确认正在使用中国移动的手机流量，并关闭 WLAN、热点和 VPN。',
    },
    otherCarrier: {
      title: '目前仅支持中国移动号码',
      advice: '正在上网的 SIM 卡属于其他运营商，请使用其他方式登录。',
    },
    clockWrong: { title: '手机时间不准确', advice: '请在系统设置中打开“自动设置时间”，再重试。' },
    signingRefused: { title: '暂时无法验证', advice: '请稍后重试，或使用其他方式登录。' },
    tokenRefused: { title: '暂时无法验证', advice: '运营商没有受理这次验证，请使用其他方式登录。' },
    carrierUnreachable: { title: '联系不上运营商', advice: '请检查网络后重试。' },
    serverUnreachable: { title: '联系不上服务器', advice: '请检查网络后重试。' },
    timeout: { title: '网络太慢', advice: '验证没能及时完成，请重试，或使用其他方式登录。' },
    verificationUnavailable: {
      title: '暂时无法验证',
      advice: '运营商没能核对这个号码，请稍后重试，或使用其他方式登录。',
    },
    dailyLimit: { title: '今天验证次数已用完', advice: '这个号码今天已验证多次，请使用其他方式登录，或明天再试。' },
    attemptsExhausted: { title: '尝试次数过多', advice: '号码多次不符，请使用其他方式登录。' },
    userChoice: { title: '其他方式登录', advice: '您也可以回来继续使用本机号码登录。' },
    misconfigured: { title: '暂时无法验证', advice: '请使用其他方式登录。' },
  },
  retry: {
    consent: '使用本机号码登录',
    checkingNetwork: '重试',
    awaitingCellular: '关闭 WLAN 后重试',
    phoneEntry: '返回输入号码',
  },
  reference: '编号',
  sheet: {
    advice: '请复制链接，在浏览器中打开阅读。',
    copy: '复制链接',
    copied: '链接已复制',
    close: '关闭',
  },
}
