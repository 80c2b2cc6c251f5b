// One line per service, as the terminal of `npm start` and `npm run dev:weapp` shows them.
import type { Environment } from './config'
import type { Stack } from './start-stack'

export interface Addresses {
  readonly simulator: string
  readonly console: string
  readonly backend: string
}

export function addressesOf({ simulator, backend }: Stack): Addresses {
  return { simulator: simulator.origin, console: simulator.adminOrigin, backend: backend.url }
}

export function serviceLines({ simulator, console, backend }: Addresses, env: Environment): readonly string[] {
  return [
    `simulator  ${simulator}  the carrier; the phone is ${env.SIMULATOR_ACTIVE_HANDSET || 'cm-5g'}`,
    `console    ${console}  every message of a login, and what can go wrong with it`,
    `backend    ${backend}  the business server`,
  ]
}
