// The component's texts in traditional Chinese as used in Taiwan.
import type { Locale, Texts } from './texts'

const UNCONFIRMED = { title: '暫時無法驗證', advice: '電信業者未能識別本機號碼。' }
const NOT_SERVED = { title: '服務暫不可用', advice: '' }
const OTHER_SIM = '您正在使用其他電信業者的 SIM 卡。'
const SECONDS = '{n} 秒後可重試。'
const MINUTES = '{n} 分鐘後可重試。'

const texts: Texts = {
  title: '本機號碼登入',
  subtitle: '由電信業者確認號碼，無需簡訊驗證碼',
  carrier: { 1: '中國移動提供認證服務', 0: '電信業者提供認證服務' },
  consent: '我已閱讀並同意{terms}，授權{app}核驗本機號碼',
  carrierTerms: ['中國移動認證服務條款', '聯通統一認證服務條款', '天翼帳號服務與隱私協議'],
  quotes: ['《', '》'],
  and: '和',
  comma: '、',
  agree: '本機號碼登入',
  agreeDialog: {
    title: '請閱讀並同意以下條款',
    body: '點擊「同意並登入」，即表示您已閱讀並接受{terms}，授權{app}核驗本機號碼。',
    disagree: '不同意',
    agree: '同意並登入',
  },
  progress: {
    authorizing: '請在彈出視窗中授權',
    checkingNetwork: '正在核驗本機號碼…',
    acquiring: '正在核驗本機號碼…',
    renewing: '正在重新核驗…',
    verifying: '登入中…',
    openingSession: '登入中…',
  },
  turnWifiOff: { title: '請關閉 Wi\u2011Fi', advice: '請在系統設定中關閉 Wi\u2011Fi 並開啟行動數據，將自動繼續。' },
  phone: { label: '本機號碼', placeholder: '請輸入本機號碼', submit: '登入', another: '換個號碼', clear: '清除' },
  problems: {
    invalidPhone: '請輸入 11 位手機號碼',
    notThisNumber: '與本機號碼不一致，請核對',
    consentMissing: '請先閱讀並勾選條款',
  },
  notThisNumberTries: '與本機號碼不一致，請核對（剩餘 {n} 次）',
  notThisNumberAgain: '雙卡手機請填寫上網卡的號碼（剩餘 {n} 次）',
  notThisNumberLastTry: '與本機號碼不一致，請核對（僅剩 1 次）',
  otherWay: '其他方式登入',
  useOtherWay: '請使用其他方式登入。',
  verified: '驗證成功',
  reasons: {
    privacyDenied: { title: '您未授權', advice: '同意授權後才能核驗本機號碼。' },
    wifi: { title: '請關閉 Wi\u2011Fi', advice: '請在系統設定中關閉 Wi\u2011Fi 並開啟行動數據。' },
    offline: { title: '網路未連接', advice: '請開啟行動數據後重試。' },
    networkRefused: { title: '目前網路不支援', advice: '請改用中國移動的行動數據後重試。' },
    platformUnsupported: { title: '目前裝置不支援本機號碼登入', advice: '可在手機微信中開啟小程式登入。' },
    httpsPage: { title: '目前頁面不支援本機號碼登入', advice: '' },
    numberRetrievalFailed: {
      title: '未能識別本機號碼',
      advice: '目前僅支援中國移動號碼，請開啟行動數據，並關閉 Wi\u2011Fi、熱點和 VPN。',
    },
    otherCarrier: { title: '僅支援中國移動號碼', advice: OTHER_SIM },
    clockWrong: { title: '手機時間不準確', advice: '請在系統設定中開啟「自動設定時間」後重試。' },
    signingRefused: NOT_SERVED,
    tokenRefused: UNCONFIRMED,
    carrierUnreachable: { title: '電信業者服務沒有回應', advice: '請檢查網路後重試。' },
    serverUnreachable: { title: '服務暫不可用', advice: '請稍後重試。' },
    timeout: { title: '連線逾時', advice: '請檢查網路後重試。' },
    verificationUnavailable: UNCONFIRMED,
    dailyLimit: { title: '今日驗證次數已達上限', advice: '明天可再用本機號碼登入。' },
    attemptsExhausted: { title: '嘗試次數過多', advice: '號碼多次不一致。' },
    rateLimited: { title: '操作過於頻繁', advice: '請稍後重試。' },
    loginRefused: { title: '此號碼無法在此登入', advice: '如有疑問，請聯絡客服。' },
    userChoice: { title: '其他方式登入', advice: '' },
    misconfigured: NOT_SERVED,
  },
  anyCarrier: {
    numberRetrievalFailed: { title: '未能識別本機號碼', advice: '請開啟行動數據，並關閉 Wi\u2011Fi、熱點和 VPN。' },
    networkRefused: { title: '目前網路不支援', advice: '請改用行動數據後重試。' },
    otherCarrier: { title: '不支援該電信業者', advice: OTHER_SIM },
  },
  wait: {
    second: SECONDS,
    seconds: SECONDS,
    minute: MINUTES,
    minutes: MINUTES,
    hours: '{n} 小時後可重試。',
    over: '現在可以重試了。',
  },
  sessionFailed: { title: '登入失敗', advice: '請稍後重試。' },
  retry: {
    consent: '本機號碼登入',
    checkingNetwork: '重試',
    awaitingCellular: '已關閉，繼續',
    phoneEntry: '返回輸入號碼',
  },
  retryNow: '重試',
  restart: '重新登入',
  cancel: '暫不登入',
  back: '返回',
  reference: '回報編號',
  copy: '複製',
  copied: '已複製',
  sheet: { advice: '請複製連結，在瀏覽器中開啟閱讀。', close: '關閉' },
}

export const zhTW: Locale = { tag: 'zh-TW', texts }
