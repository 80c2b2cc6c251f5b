// 页面框架：导航、连接状态、出错时的说明。
import type { AdminErrorCode, FieldErrorCode } from '@local-number/simulator-contract'
import type { Outage } from '../../state/console-state'

/** 不会由管理接口返回的错误码：启动时的错误；令牌的错误另有提示。 */
type NotRefused =
  | 'databaseInUse'
  | 'databaseUnusable'
  | 'hostUnusable'
  | 'portTaken'
  | 'portUnusable'
  | 'tokenRequired'
  | 'tokenWrong'

export const shell = {
  title: '号码认证模拟器',
  skip: '跳到正文',
  skipToLogin: '跳到这次登录',
  menu: '菜单',
  pages: {
    timeline: '时间线',
    handsets: '模拟手机',
    apps: '应用与密钥',
    faults: '故障',
    clock: '时钟',
    magic: '特殊号码',
  },
  language: '语言',
  languages: { 'zh-CN': '中文', en: 'English' },
  scheme: '外观',
  schemes: { auto: '跟随系统', light: '浅色', dark: '深色' },
  currentHandset: '当前手机',
  clockMoved: (by: string) => `时钟 ${by}`,
  faultsOn: (count: number) => `${count} 个故障`,
  connections: { connecting: '连接中', live: '实时', lost: '已断开' },
  reconnecting: '与模拟器的连接断开了，正在重连。页面上是断开之前的内容；连上之后会全部重新读取。',
  loading: '正在读取…',
  copy: '复制',
  copied: '已复制',
  discardQuestion: '刚才填写的内容还没有保存，要放弃吗？',
  discard: '放弃',
  cancel: '取消',
  save: '保存',
  remove: '删除',
  close: '关闭',
  none: '无',
  refused: '模拟器拒绝了',
  /** 服务端的原话是英文，作为细节跟在后面。 */
  refusals: {
    bodyMalformed: '模拟器读不懂提交的内容。',
    clockOutOfRange: '时钟只能在 1970 年到 9999 年之间：换一个时间，或恢复真实时间。',
    duplicateApp: '这个 appId 已经报备过：换一个，或编辑原来的应用。',
    duplicateHandset: '这个编号已经有手机在用：请换一个编号。',
    faultMalformed: '不能这样启用故障，请按下面的说明修改。',
    fieldsMalformed: '提交的内容有误，请按下面的说明修改。',
    handsetInUse: '这部手机正在使用：它是当前手机，或有别的手机连着它的热点。请先换掉。',
    handsetMalformed: '手机的编号、号码或热点有误，请按下面的说明修改。',
    hostNotAllowed: '请用 IP 地址或 localhost 打开控制台。',
    internalError: '模拟器内部出错了，详情见它的输出。',
    keyMalformed: '密钥无法识别：请填写 RSA 密钥的 base64 DER。',
    limitReached: '数量已达上限：请先删除不用的。',
    numberRefused: '号码被拒绝：这是故障或特殊号码的要求。',
    originNotAllowed: '这个来源的页面不允许使用模拟器的管理接口。',
    tooManyListeners: '打开的控制台太多：请关掉不用的。',
    unknownApp: '没有这个应用：它可能已在别处被删除。',
    unknownFault: '没有这个故障：它可能已经用完或被清除。',
    unknownHandset: '没有这部手机：它可能已在别处被删除。',
    unknownTrace: '没有这条登录轨迹：它可能已被清除。',
  } satisfies Record<Exclude<AdminErrorCode, NotRefused>, string>,
  /** 管理接口对单个字段的说明；哪些值可以用，由服务端的英文原话说明。 */
  fieldErrors: {
    missing: '请填写此项。',
    unknownField: '模拟器不认识这一项。',
    wrongType: '类型不对。',
    malformed: '格式不对。',
    notAllowed: '不能这样填。',
    outOfRange: '超出了范围。',
    tooLong: '太长或太多。',
    notAnRsaKey: '这不是 RSA 密钥。',
    duplicate: '已经被使用，请换一个。',
    unknownHandset: '没有这部手机：它可能已在别处被删除。',
  } satisfies Record<FieldErrorCode, string>,
  mistakes: {
    missing: '请填写此项。',
    appId: '应为 6 到 20 位数字。',
    handsetId: '只能用小写字母、数字和短横线，并以字母或数字开头和结尾，最多 63 个字符。',
    msisdn: '应为 11 位大陆手机号，以 1 开头。',
    osVersion: '请填写版本号，如 18 或 18.5。',
    wholeNumber: '应为不小于 0 的整数。',
    lifetime: '应为 1 到 600000 毫秒。',
    times: '应为不小于 1 的整数。',
    status: '应为 500 到 599 之间的整数。',
    time: '应为 0 到 600000 毫秒之间的整数。',
    effect: '请至少选择一种效果。',
    jitter: '抖动不能大于延迟。',
  },
  outages: {
    unreachable: '连不上模拟器。它还在运行吗？',
    unauthorized: '模拟器需要令牌：请打开它启动时打印的地址（带 #token=），或在下面填写令牌。',
    wrongToken: '令牌不对：模拟器要的是它启动时打印的那一个。',
    notJson: '无法解析模拟器的应答：地址后面可能是别的程序。',
  } satisfies Record<Outage, string>,
  token: '令牌',
  useToken: '使用令牌',
  notFound: '没有这个页面',
  notFoundHint: '地址中的页面不存在，可能是链接写错了。',
}
