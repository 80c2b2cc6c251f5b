// The next steps in DevTools and on a phone, as the terminal shows them.
import { listPrivateAddresses } from './lan'

export function formatDevToolsSteps(folder: string): readonly string[] {
  return [
    '',
    'Next, in WeChat DevTools (docs/zh/devtools.md, docs/en/devtools.md):',
    `  1. 导入项目 (import): the folder ${folder}; any AppID, 测试号 (test account) will do`,
    '  2. 详情 → 本地设置: tick 不校验合法域名 (do not check domains)',
    '  3. tick the terms, 本机号码登录, type the number that the panel below the login shows',
    'The simulator accepts DevTools with any AppID; the carrier does not (111034, 110029).',
    'Saved files are compiled again. Ctrl-C stops everything.',
  ]
}

/** @param address for which the demo is built */
export function formatPhoneSteps(address: string): readonly string[] {
  const others = listPrivateAddresses().filter((other) => other !== address)
  const choice = others.length > 0 ? [`  (this machine is also ${others.join(', ')}: --host chooses)`] : []
  return [
    '',
    `On a phone in the same Wi-Fi as ${address}:`,
    ...choice,
    '  1. DevTools: 预览 (preview), scan the code with WeChat; for that the AppID must be yours, or a 测试号',
    '  2. on the phone: ··· → 开发调试 → 打开调试 (turn debugging on), so that addresses are not checked',
    '',
    'OPEN TO THIS NETWORK: backend and simulator answer everyone here, and so does the simulator’s control API (/_sim),',
    'which changes handsets and has no password. Use a network you trust, and stop with Ctrl-C.',
  ]
}
