// The function's environment variables for a simulator.
import { DEMO_APP, type Simulator, startSimulator } from '@local-number/simulator'
import { customer } from '../../../../packages/server/test/support/business'
import { serverEnvironment } from '../../../../packages/server/test/support/environment'

/** Starts a simulator with the customer's public key registered. */
export const startCarrier = (): Promise<Simulator> =>
  startSimulator({ apps: [{ ...DEMO_APP, customerPublicKeys: [customer.publicKey] }] })

export function createEnvironment(carrier: Simulator) {
  return {
    ...serverEnvironment,
    LOCAL_NUMBER_APP_ID: DEMO_APP.appId,
    LOCAL_NUMBER_APP_KEY: DEMO_APP.appKey,
    LOCAL_NUMBER_PLATFORM_PUBLIC_KEY: carrier.apps[0]?.platformPublicKey,
    LOCAL_NUMBER_VERIFY_ORIGIN: carrier.origin,
    LOCAL_NUMBER_EDITIONS: 'miniProgram,httpsMiniProgram',
  }
}
