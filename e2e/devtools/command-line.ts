// The command line of WeChat DevTools: where it is, and how it opens a project for automation.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { DevToolsError } from './errors'

/** Where the installer puts it. There is no DevTools for Linux. */
const DEFAULT_PATHS: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['/Applications/wechatwebdevtools.app/Contents/MacOS/cli'],
  win32: [
    'C:/Program Files (x86)/Tencent/微信web开发者工具/cli.bat',
    'C:/Program Files/Tencent/微信web开发者工具/cli.bat',
  ],
}

/**
 * Finds the command line of DevTools.
 *
 * @param given a path to use in place of the default ones
 * @throws DevToolsError `devToolsNotFound`
 */
export function findCommandLine(given: string | undefined, platform: NodeJS.Platform = process.platform): string {
  const paths = given === undefined ? (DEFAULT_PATHS[platform] ?? []) : [given]
  const found = paths.find((path) => existsSync(path))
  if (found !== undefined) return found
  const searched = paths.length > 0 ? `looked at ${paths.join(', ')}` : `there is none for ${platform}`
  throw new DevToolsError(
    'devToolsNotFound',
    `WeChat DevTools (微信开发者工具) was not found: ${searched}. Install it from ` +
      'https://developers.weixin.qq.com/miniprogram/dev/devtools/download.html, or set the path of its command line: --cli PATH',
  )
}

/** Opens the project. DevTools keeps running when the command ends. */
export function openProject(cli: string, project: string, port: number): ChildProcess {
  const args = ['auto', '--project', project, '--auto-port', String(port)]
  // Node starts a .bat only through the shell, where paths with spaces need quotation marks.
  const isBatch = cli.endsWith('.bat')
  const quote = (text: string) => (isBatch ? `"${text}"` : text)
  return spawn(quote(cli), args.map(quote), { shell: isBatch, stdio: ['ignore', 'pipe', 'pipe'] })
}
