// The command line that WeChat DevTools brings along, and how it is told to open a project for automation.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { DevToolsError } from './errors'

/** Where the installer puts it; there is no DevTools for Linux. */
const USUAL: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['/Applications/wechatwebdevtools.app/Contents/MacOS/cli'],
  win32: [
    'C:/Program Files (x86)/Tencent/微信web开发者工具/cli.bat',
    'C:/Program Files/Tencent/微信web开发者工具/cli.bat',
  ],
}

/** @throws DevToolsError `devToolsNotFound` */
export function commandLine(given: string | undefined, platform: NodeJS.Platform = process.platform): string {
  const places = given === undefined ? (USUAL[platform] ?? []) : [given]
  const found = places.find((place) => existsSync(place))
  if (found !== undefined) return found
  const looked = places.length > 0 ? `looked at ${places.join(', ')}` : `there is none for ${platform}`
  throw new DevToolsError(
    'devToolsNotFound',
    `WeChat DevTools (微信开发者工具) is not here: ${looked}. Install it from ` +
      'https://developers.weixin.qq.com/miniprogram/dev/devtools/download.html, or name its command line: --cli PATH',
  )
}

/** Opens the project; DevTools goes on by itself when the command is over. */
export function openProject(cli: string, project: string, port: number): ChildProcess {
  const args = ['auto', '--project', project, '--auto-port', String(port)]
  // Node starts a .bat by the shell only, which takes a path with spaces in quotation marks.
  const batch = cli.endsWith('.bat')
  const quoted = (text: string) => (batch ? `"${text}"` : text)
  return spawn(quoted(cli), args.map(quoted), { shell: batch, stdio: ['ignore', 'pipe', 'pipe'] })
}
