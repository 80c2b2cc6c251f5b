// 时钟与特殊号码。
export const clock = {
  title: '时钟',
  intro: '模拟器用自己的时钟判断 token 过期、每日上限和权益有效期。',
  now: '模拟器的时间',
  shanghaiDay: (day: string) => `每日上限按上海日期计算，现在是 ${day}。`,
  offset: '与本机时间：',
  real: '一致',
  ahead: (time: string) => `快 ${time}`,
  behind: (time: string) => `慢 ${time}`,
  advance: '调快',
  minute: '61 秒（图片版 token 过期）',
  twoMinutes: '121 秒（HTTPS 版 token 过期）',
  day: '1 天（每日上限重置）',
  own: '自定义（秒）',
  advanceOwn: '调整',
  back: '恢复真实时间',
}

export const magic = {
  title: '特殊号码',
  intro: '这些号码无需任何设置就给出固定的结果。',
  number: '号码',
  call: '调用',
  code: '返回码',
  as: '用法',
  uses: { sim: '作为 SIM 卡的号码', typed: '由用户输入' },
  meaning: '含义',
  messages: {
    '0': '短信已受理，但丢失。',
    '2': '短信送达两次。',
    '60': '短信 60 秒后才到。',
    '422': '运营商拒绝这个号码。',
  },
  copyNumber: (number: string) => `复制 ${number}`,
  empty: '这个模拟器没有特殊号码。',
}
