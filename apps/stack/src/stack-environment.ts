// The environment of each part of the stack, from the stack's own variables.
import type { Simulator } from '@local-number/simulator'
import { CONSENT_VERSION, type Environment, type StackConfig } from './config'
import { listPrivateAddresses } from './weapp-dev/lan'

const LOOPBACK = '127.0.0.1'

/** @param env overrides all but ports and host */
export function createSimulatorEnvironment(config: StackConfig, customerPublicKey: string, env: Environment) {
  return {
    SIMULATOR_CUSTOMER_PUBLIC_KEY: customerPublicKey,
    SIMULATOR_PAGE_ORIGINS: listDemoOrigins(config).join(','),
    SIMULATOR_DAILY_LIMIT: String(config.DAILY_LIMIT),
    ...env,
    SIMULATOR_HOST: config.HOST,
    SIMULATOR_PORT: String(config.SIMULATOR_PORT),
    SIMULATOR_TEST_LINE_PORT: String(config.SIMULATOR_TEST_LINE_PORT),
    SIMULATOR_ADMIN_PORT: String(config.SIMULATOR_ADMIN_PORT),
    SIMULATOR_HTTPS_EDITION_PORT: String(config.SIMULATOR_HTTPS_EDITION_PORT),
    SIMULATOR_HTTPS_EDITION_TEST_LINE_PORT: String(config.SIMULATOR_HTTPS_EDITION_TEST_LINE_PORT),
    SIMULATOR_HANDSET_PORT: String(config.SIMULATOR_HANDSET_PORT),
  } satisfies Environment
}

/** Where a phone on this machine's network finds the demo: its page asks the simulator which handset it is on. */
function listDemoOrigins({ HOST, DEMO_PORT }: StackConfig): readonly string[] {
  if (HOST === LOOPBACK) return []
  return listPrivateAddresses().map((address) => new URL(`http://${address}:${DEMO_PORT}`).origin)
}

export function createBackendEnvironment(config: StackConfig, { apps, origin }: Simulator) {
  const [app] = apps
  return {
    NODE_ENV: 'development',
    HOST: config.HOST,
    PORT: String(config.BACKEND_PORT),
    LOG_LEVEL: 'warn',
    LOCAL_NUMBER_DAILY_LIMIT: String(config.DAILY_LIMIT),
    LOCAL_NUMBER_APP_ID: app?.appId,
    LOCAL_NUMBER_APP_KEY: app?.appKey,
    LOCAL_NUMBER_PLATFORM_PUBLIC_KEY: app?.platformPublicKey,
    LOCAL_NUMBER_VERIFY_ORIGIN: origin,
    LOCAL_NUMBER_CONSENT_VERSIONS: CONSENT_VERSION,
    LOCAL_NUMBER_EDITIONS: 'miniProgram,h5,httpsMiniProgram,httpsH5',
  } satisfies Environment
}
