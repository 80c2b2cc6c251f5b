// `npm start` of the simulator: starts, says where it listens, stops on SIGINT and SIGTERM.
import { SimulatorError } from '@local-number/simulator'
import { announcement, ConfigError, startSimulatorApp } from './index'

try {
  const simulator = await startSimulatorApp(process.env, { print: console.log })
  for (const line of announcement(simulator)) console.log(line)
  if (!process.env.SIMULATOR_CUSTOMER_PUBLIC_KEY) {
    console.log(
      'No customer public key is filed: every call answers 103605 until SIMULATOR_CUSTOMER_PUBLIC_KEY is set.',
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => simulator.stop())
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof SimulatorError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
