// Builds a fresh app with its own Taro.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** @throws Error with Taro's output if it does not build. @returns the folder of the build */
export function buildApp(folder: string, platform: 'h5' | 'weapp'): string {
  const taro = createRequire(join(folder, 'package.json')).resolve('@tarojs/cli/bin/taro')
  // The variables of a test runner would reach the app.
  const { NODE_OPTIONS: _, JEST_WORKER_ID: __, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, [taro, 'build', '--type', platform, '--no-check'], {
    cwd: folder,
    env: { ...env, NODE_ENV: 'production' },
    encoding: 'utf8',
    maxBuffer: 100 * 1024 * 1024,
  })
  if (status !== 0) throw new Error(`it does not build for ${platform}:\n${stdout}\n${stderr}`)
  return join(folder, 'dist', platform)
}
