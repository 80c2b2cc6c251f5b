// One line per service, as `npm start` and `npm run dev:weapp` print them.
import type { Environment } from './config'
import type { Stack } from './start-stack'

/** Where each service listens. */
export interface Addresses {
  readonly simulator: string
  readonly console: string
  readonly backend: string
}

export function toAddresses({ simulator, backend }: Pick<Stack, 'simulator' | 'backend'>): Addresses {
  return { simulator: simulator.origin, console: simulator.adminOrigin, backend: backend.url }
}

export function formatServiceLines({ simulator, console, backend }: Addresses, env: Environment): readonly string[] {
  return [
    `simulator  ${simulator}  the carrier; the phone is ${env.SIMULATOR_ACTIVE_HANDSET || 'cm-5g'}`,
    `console    ${console}  every message of a login, and what can go wrong with it`,
    `backend    ${backend}  the business server`,
  ]
}
