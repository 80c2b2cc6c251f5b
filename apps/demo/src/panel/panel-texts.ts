// The panel's own texts: Chinese, or English with an English app.
import type { PageName } from '../demo/pages'
import { SWITCHES, type Switches, type SwitchName } from '../demo/switches'

interface PanelTexts {
  readonly title: string
  readonly notTheApp: string
  readonly handset: string
  readonly noNumber: string
  readonly wifi: { readonly on: string; readonly off: string }
  readonly inbox: string
  readonly noMessages: string
  readonly startOver: string
  readonly prefill: string
  readonly openConsole: string
  readonly linkCopied: string
  readonly clearCount: string
  readonly countCleared: string
  readonly countNotCleared: string
  readonly pages: string
  readonly pageLinks: Readonly<Record<PageName, string>>
  /** Label and values, in the order of {@link SWITCHES}. */
  readonly switches: { readonly [Name in SwitchName]: readonly [label: string, ...values: string[]] }
}

const zh: PanelTexts = {
  title: '开发面板',
  notTheApp: '不属于应用',
  handset: '模拟手机',
  noNumber: '无号码',
  wifi: { on: '打开 WLAN', off: '关闭 WLAN' },
  inbox: '短信',
  noMessages: '没有短信',
  startOver: '重新开始',
  prefill: '填入本机号码',
  openConsole: '在控制台打开这次登录',
  linkCopied: '链接已复制，请在电脑上打开',
  clearCount: '清除今日次数',
  countCleared: '今日次数已清除',
  countNotCleared: '没有清除：模拟器没有应答',
  pages: '页面',
  pageLinks: {
    standard: '返回标准登录',
    custom: '看看自定义的其他方式',
    headless: '看看自己画的界面（hook）',
    nutui: '看看 NutUI 风格',
  },
  switches: {
    edition: ['版本', '图片版', 'HTTPS 版', '两个版本'],
    theme: ['外观', '跟随系统', '浅色', '深色'],
    lang: ['语言', '简体', '繁體（港）', '繁體（台）', 'English'],
    accent: ['主题色', '青', '蓝', '红', '绿', '紫'],
    layout: ['布局', '整页', '紧凑', '底部面板'],
    flow: ['流程', '分步', '一屏'],
    ways: ['其他方式', '一种', '两种', '三种', '没有'],
    captcha: ['人机验证', '有', '没有'],
    cancel: ['暂不登录', '不提供', '提供'],
    session: ['会话', '正常', '首次失败'],
    network: ['网络变化事件', '正常', '丢失'],
    check: ['网络检查', '等待关闭 Wi-Fi', 'Wi-Fi 转其他方式', '一律拒绝'],
  },
}

const en: PanelTexts = {
  title: 'Developer panel',
  notTheApp: 'Not part of the app',
  handset: 'Simulated phone',
  noNumber: 'No number',
  wifi: { on: 'Turn Wi-Fi on', off: 'Turn Wi-Fi off' },
  inbox: 'Text messages',
  noMessages: 'None',
  startOver: 'Start over',
  prefill: 'Fill in this number',
  openConsole: 'Open this login in the console',
  linkCopied: 'Link copied',
  clearCount: 'Clear today’s count',
  countCleared: 'Today’s count is cleared',
  countNotCleared: 'Not cleared: the simulator does not answer',
  pages: 'Pages',
  pageLinks: {
    standard: 'Back to the standard login',
    custom: 'A custom fallback',
    headless: 'A view of your own (hook)',
    nutui: 'NutUI look',
  },
  switches: {
    edition: ['Edition', 'Image', 'HTTPS', 'Both'],
    theme: ['Theme', 'System', 'Light', 'Dark'],
    lang: ['Language', '简体', '繁體（港）', '繁體（台）', 'English'],
    accent: ['Accent', 'Teal', 'Blue', 'Red', 'Green', 'Violet'],
    layout: ['Layout', 'Page', 'Compact', 'Sheet'],
    flow: ['Flow', 'Step by step', 'One screen'],
    ways: ['Other ways', 'One', 'Two', 'Three', 'None'],
    captcha: ['Captcha', 'Shown', 'None'],
    cancel: ['Way out', 'Off', 'On'],
    session: ['Session', 'Opens', 'Fails once'],
    network: ['Network events', 'Arrive', 'Are lost'],
    check: ['Network check', 'Waits on Wi-Fi', 'Falls back on Wi-Fi', 'Refuses all'],
  },
}

export function getPanelTexts({ lang }: Switches): PanelTexts {
  return lang === 'en' ? en : zh
}

/** Each value of a switch with its label. */
export function listChoices<Name extends SwitchName>(name: Name, texts: PanelTexts) {
  const [, ...labels] = texts.switches[name]
  return SWITCHES[name].map((value, at) => ({ value: value as Switches[Name], label: labels[at] ?? value }))
}
