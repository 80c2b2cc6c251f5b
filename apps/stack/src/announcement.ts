// One line per service, as the terminal of `npm start` and `npm run dev:weapp` shows them.
import type { Environment } from './config'
import type { Stack } from './start-stack'

export interface Addresses {
  readonly simulator: string
  readonly backend: string
}

export function addressesOf({ simulator, backend }: Stack): Addresses {
  return { simulator: simulator.origin, backend: backend.url }
}

export function serviceLines({ simulator, backend }: Addresses, env: Environment): readonly string[] {
  return [
    `simulator  ${simulator}  the carrier; the phone is ${env.SIMULATOR_ACTIVE_HANDSET || 'cm-5g'}`,
    `backend    ${backend}  the business server`,
  ]
}
