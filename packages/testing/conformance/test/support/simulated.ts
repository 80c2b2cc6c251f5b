// The platform suite's subject: our simulator over HTTP, with whatever stands in front of it.
import { generateKeyPairSync } from 'node:crypto'
import { type Simulator, startSimulator } from '@local-number/simulator'
import type { AppFiling } from '../../src/admin-calls'
import { type Control, connectControl } from '../../src/control'
import { openPlatform } from '../../src/platform/subject'

/** @param address of what stands in front of the simulator. Default: nothing does. */
export function openSimulated(simulator: Simulator, address = simulator.origin) {
  return openPlatform({ address, control: connectControl(simulator.adminOrigin), credentials: null })
}

/**
 * The same, but every app has one and the same platform key: to make one takes longer than most scenarios, and who runs
 * the suite a dozen times has better things to do.
 */
export function openSimulatedFast(simulator: Simulator, address: string) {
  const control = connectControl(simulator.adminOrigin)
  const fileApp: Control['fileApp'] = (app) => control.fileApp({ platformKeys: PLATFORM_KEYS, ...app } as AppFiling)
  return openPlatform({ address, control: { ...control, fileApp }, credentials: null })
}

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 })
const PLATFORM_KEYS = { privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64') }

/** A simulator for the tests of a file. */
export function simulatorForAll(): () => Simulator {
  let simulator: Simulator
  beforeAll(async () => {
    simulator = await startSimulator()
  })
  afterAll(() => simulator.stop())
  return () => simulator
}
