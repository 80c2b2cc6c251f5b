// `npm run dev:weapp [-- --lan | --host 192.168.1.20]`: runs everything that WeChat DevTools needs until Ctrl-C.
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { toMessage } from './errors'
import { findLanAddress } from './weapp-dev/lan'
import { startWeappDev } from './weapp-dev/start-weapp-dev'

const demoFolder = fileURLToPath(new URL('../../demo', import.meta.url))
const print = (text: string) => void process.stdout.write(`${text}\n`)

try {
  const { values } = parseArgs({ options: { lan: { type: 'boolean' }, host: { type: 'string' } } })
  const lan = values.lan || values.host ? findLanAddress(values.host) : null
  const dev = await startWeappDev({ demoFolder, env: process.env, lan, print })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => dev.stop())
  await dev.ended
  print('stopped')
} catch (error) {
  process.stderr.write(`${toMessage(error)}\n`)
  process.exitCode = 1
}
