// Run by `npm start` from sources, before the build: a taken port is reported at once, not after a minute of building.
import { createServer } from 'node:http'
import { listen } from '@local-number/service-kit'
import { readStackConfig } from './config'
import { toMessage } from './errors'
import { PORT_VARIABLES } from './port-clashes'

try {
  const config = readStackConfig(process.env)
  for (const portSetting of [...PORT_VARIABLES, 'SIMULATOR_HANDSET_PORT'] as const) {
    const { close } = await listen(createServer(), { host: config.HOST, port: config[portSetting], portSetting })
    await close()
  }
} catch (error) {
  console.error(toMessage(error))
  process.exitCode = 1
}
