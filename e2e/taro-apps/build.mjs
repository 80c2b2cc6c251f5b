// Builds one of these apps for one platform: `node taro-apps/build.mjs component alipay`. Prints Taro's output only
// when the build fails.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'

const [app, platform] = process.argv.slice(2)
const TARO = createRequire(import.meta.url).resolve('@tarojs/cli/bin/taro')

const taro = spawn(process.execPath, [TARO, 'build', '--type', platform, '--no-check'], {
  cwd: import.meta.dirname,
  env: { ...process.env, TARO_APP: app },
})
let output = ''
for (const stream of [taro.stdout, taro.stderr]) {
  stream.on('data', (chunk) => {
    output += chunk
  })
}
taro.on('close', (code) => {
  if (code === 0) return
  process.stderr.write(`${output}\n${app} does not build for ${platform}\n`)
  process.exitCode = 1
})
