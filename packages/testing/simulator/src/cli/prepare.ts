// Turns flags, environment and data folder into the options of a simulator.
import { randomBytes } from 'node:crypto'
import type { Variables } from '@local-number/service-kit'
import type { AppRegistration } from '@local-number/simulator-contract'
import { isLoopbackHost, LOOPBACK } from '../common/hosts'
import { type CustomerKeys, generateCustomerKeys } from '../crypto/customer-keys'
import { readEnvironment } from '../env/read'
import { formatMessage } from '../env/report'
import type { SimulatorOptions } from '../options'
import { readAppsFile } from './apps-file'
import type { Flags } from './command'
import { loadCustomerKeys } from './customer-key'
import { type DataFolder, openDataFolder } from './data-folder'

export interface Prepared {
  readonly options: SimulatorOptions
  readonly customer: CustomerKeys
  /** The end of the console's address. */
  readonly consoleHash: string
  /** `null` if nothing is kept. */
  readonly folder: DataFolder | null
}

/** @throws ConfigError, CliError */
export async function prepare(flags: Flags, env: Variables, print: (line: string) => void): Promise<Prepared> {
  // Reads first: an error in what is read must not leave a folder behind.
  const { firstApps = [], ...options } = readEnvironment({ ...env, ...toPortVariables(flags.port) })
  const apps = flags.apps === undefined ? undefined : await readAppsFile(flags.apps)
  const folder = flags.memory ? null : await openDataFolder(flags.data)
  const needsToken = options.adminToken === undefined && !isLoopbackHost(options.adminHost ?? LOOPBACK)
  const generatedToken = needsToken ? generateToken() : undefined
  const customer = folder ? await loadCustomerKeys(folder.customerKey) : generateCustomerKeys()
  const addCustomerKey = (app: AppRegistration) => ({
    ...app,
    customerPublicKeys: app.customerPublicKeys ?? [customer.publicKey],
  })
  return {
    options: {
      ...options,
      apps: apps?.map(addCustomerKey),
      firstApps: firstApps.map(addCustomerKey),
      database: folder?.database,
      adminToken: options.adminToken ?? generatedToken,
      onMessage: (message) => print(formatMessage(message)),
    },
    consoleHash: createConsoleHash(options.adminToken, generatedToken),
    customer,
    folder,
  }
}

/** One row of ports, in the order of the defaults. */
function toPortVariables(port: number | undefined): Variables {
  if (port === undefined) return {}
  const getPort = (offset: number) => String(port === 0 ? 0 : port + offset)
  return {
    SIMULATOR_PORT: getPort(0),
    SIMULATOR_TEST_LINE_PORT: getPort(1),
    SIMULATOR_ADMIN_PORT: getPort(2),
    SIMULATOR_HTTPS_EDITION_PORT: getPort(3),
    SIMULATOR_HTTPS_EDITION_TEST_LINE_PORT: getPort(4),
    SIMULATOR_HANDSET_PORT: getPort(10),
  }
}

/** Browsers do not send what follows the #. A given token is not printed: terminal output may be kept. */
function createConsoleHash(given: string | undefined, generated: string | undefined): string {
  if (generated !== undefined) return `#token=${generated}`
  return given === undefined ? '' : '#token=<SIMULATOR_ADMIN_TOKEN>'
}

function generateToken(): string {
  return randomBytes(24).toString('base64url')
}
