// The demo as `taro build --type weapp` left it, and a phone on which it finds the servers of a test.
import { fileURLToPath } from 'node:url'
import type { Stack } from '@local-number/stack'
import { createHttpHost, type DeviceSettings, type Host } from '@local-number/weapp-runtime'

export const DEMO_BUILD = fileURLToPath(new URL('../../apps/demo/dist/weapp', import.meta.url))

/** The addresses that are constants of the demo's build. */
const BUILT_FOR = { backend: 'http://127.0.0.1:3000', carrier: 'http://127.0.0.1:7000' }

/** The mini-program that the simulator's app knows. */
export const PHONE: Partial<DeviceSettings> = { appId: 'wx10a00cf000000000' }

/** An outside where the addresses of the build are those of the stack. */
export function phoneHost({ backend, simulator }: Stack): Host {
  const host = createHttpHost()
  const found = (url: string) =>
    url.replace(BUILT_FOR.backend, backend.url).replace(BUILT_FOR.carrier, simulator.origin)
  return { ...host, request: (request) => host.request({ ...request, url: found(request.url) }) }
}
