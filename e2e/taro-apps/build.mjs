// Builds the small apps, two at a time: all of them, or one, as in `node taro-apps/build.mjs component alipay`.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'

const BUILDS = [
  ['empty', 'weapp'],
  ['component', 'weapp'],
  ['component', 'alipay'],
  ['component', 'tt'],
  ['component', 'swan'],
  ['component', 'qq'],
  ['component', 'jd'],
  ['notes', 'weapp'],
  ['integrations', 'weapp'],
  ['component-in-development', 'weapp'],
  ['component-without-plugin', 'weapp'],
]
const AT_ONCE = 2
const TARO = createRequire(import.meta.url).resolve('@tarojs/cli/bin/taro')

const asked = process.argv.slice(2)
const waiting = asked.length > 0 ? [asked] : [...BUILDS]
await Promise.all(Array.from({ length: AT_ONCE }, takeTurns))

async function takeTurns() {
  for (let next = waiting.shift(); next; next = waiting.shift()) await build(next)
}

/** One build in a process of its own; Taro's progress is shown when it fails. */
function build([app, platform]) {
  const began = Date.now()
  const taro = spawn(process.execPath, [TARO, 'build', '--type', platform, '--no-check'], {
    cwd: import.meta.dirname,
    env: { ...process.env, TARO_APP: app },
  })
  let said = ''
  for (const stream of [taro.stdout, taro.stderr]) stream.on('data', (chunk) => (said += chunk))
  return new Promise((resolve) => {
    taro.on('close', (code) => {
      const seconds = ((Date.now() - began) / 1000).toFixed(1)
      if (code === 0) process.stdout.write(`built ${app} for ${platform} in ${seconds} s\n`)
      else process.stderr.write(`${said}\n${app} does not build for ${platform}\n`)
      if (code !== 0) process.exitCode = 1
      resolve()
    })
  })
}
