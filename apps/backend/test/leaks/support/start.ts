// A process of the built service that holds the canaries and logs all it can.
import { type BackendProcesses, createBackendProcesses } from '../../support/processes'
import { APP_KEY, CUSTOMER_PRIVATE_KEY, HASH_SECRET, TICKET_PRIVATE_KEY } from './canaries'

/** The walk signs a hundred times before it exceeds the limit. */
const SIGNATURES = 150

export function createCanaryProcesses(store: string, own: NodeJS.ProcessEnv = {}): Promise<BackendProcesses> {
  return createBackendProcesses(store, {
    LOG_LEVEL: 'trace',
    ALLOWED_ORIGINS: 'https://shop.example.com',
    LOCAL_NUMBER_EDITIONS: 'miniProgram,httpsMiniProgram',
    LOCAL_NUMBER_APP_KEY: APP_KEY,
    LOCAL_NUMBER_HASH_SECRET: HASH_SECRET,
    LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY: CUSTOMER_PRIVATE_KEY,
    LOCAL_NUMBER_TICKET_PRIVATE_KEY: TICKET_PRIVATE_KEY,
    LOCAL_NUMBER_DAILY_LIMIT: '4',
    LOCAL_NUMBER_SIGNS_PER_IPV4: String(SIGNATURES),
    ...own,
  })
}
