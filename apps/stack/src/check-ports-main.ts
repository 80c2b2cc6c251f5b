// Run by `npm start` from sources, before the build: a taken port is reported at once, not after a minute of building.
import { createServer } from 'node:http'
import { listen } from '@local-number/service-kit'
import { readStackConfig, type StackConfig } from './config'
import { toMessage } from './errors'

const PORT_SETTINGS = [
  'SIMULATOR_PORT',
  'SIMULATOR_TEST_LINE_PORT',
  'SIMULATOR_ADMIN_PORT',
  'SIMULATOR_HANDSET_PORT',
  'BACKEND_PORT',
  'DEMO_PORT',
] as const satisfies readonly (keyof StackConfig)[]

try {
  const config = readStackConfig(process.env)
  for (const portSetting of PORT_SETTINGS) {
    const { close } = await listen(createServer(), { host: config.HOST, port: config[portSetting], portSetting })
    await close()
  }
} catch (error) {
  console.error(toMessage(error))
  process.exitCode = 1
}
