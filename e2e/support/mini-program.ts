// The demo's mini-program build, and a phone that connects it to the servers of a test.
import { fileURLToPath } from 'node:url'
import type { Stack } from '@local-number/stack'
import {
  createHttpHost,
  type DeviceSettings,
  type Host,
  type MiniProgramPackage,
  packMiniProgram,
} from '@local-number/weapp-runtime'

export const DEMO_BUILD = fileURLToPath(new URL('../../apps/demo/dist/weapp', import.meta.url))

/** The server addresses that were compiled into the build. */
const BUILT_FOR = { backend: 'http://127.0.0.1:3000', carrier: 'http://127.0.0.1:7000' }

const CARRIER_AT_NAME = 'http://localhost:7000'

/** The demo's build, with the carrier at an IP address as it was compiled, or at a host name. */
export function packDemo(carrierHost: '127.0.0.1' | 'localhost'): MiniProgramPackage {
  const program = packMiniProgram(DEMO_BUILD)
  if (carrierHost === '127.0.0.1') return program
  return JSON.parse(JSON.stringify(program).replaceAll(BUILT_FOR.carrier, CARRIER_AT_NAME))
}

/** The AppID that is registered at the simulator. */
export const PHONE: Partial<DeviceSettings> = { appId: 'wx10a00cf000000000' }

/** A host that redirects requests from the compiled addresses to the stack. */
export function createPhoneHost({ backend, simulator }: Stack): Host {
  const host = createHttpHost()
  const redirect = (url: string) =>
    url
      .replace(BUILT_FOR.backend, backend.url)
      .replace(BUILT_FOR.carrier, simulator.origin)
      .replace(CARRIER_AT_NAME, simulator.origin)
  return { ...host, request: (request) => host.request({ ...request, url: redirect(request.url) }) }
}
