// Flags, environment and data folder become the options of a simulator.
import { randomBytes } from 'node:crypto'
import type { AppRegistration } from '@local-number/simulator-contract'
import { isLoopbackHost, LOOPBACK } from '../admin/guard'
import { type CustomerKeys, newCustomerKeys } from '../crypto/customer-keys'
import { type Environment, readEnvironment } from '../env/read'
import { messageLine } from '../env/report'
import type { SimulatorOptions } from '../options'
import { readAppsFile } from './apps-file'
import type { Flags } from './command'
import { keptCustomerKeys } from './customer-key'
import { type DataFolder, openDataFolder } from './data-folder'

export interface Prepared {
  readonly options: SimulatorOptions
  readonly customer: CustomerKeys
  /** What the console's address ends with. */
  readonly consoleHash: string
  /** `null` when nothing is kept. */
  readonly folder: DataFolder | null
}

/** @throws ConfigError, CliError */
export async function prepare(flags: Flags, env: Environment, print: (line: string) => void): Promise<Prepared> {
  // Everything that only reads comes first: what is wrong with it leaves no folder behind.
  const { firstApps = [], ...options } = readEnvironment({ ...env, ...portsFrom(flags.port) })
  const apps = flags.apps === undefined ? undefined : await readAppsFile(flags.apps)
  const folder = flags.memory ? null : await openDataFolder(flags.data)
  const isOpen = isLoopbackHost(options.adminHost ?? LOOPBACK)
  const madeToken = options.adminToken === undefined && !isOpen ? newToken() : undefined
  const customer = folder ? await keptCustomerKeys(folder.customerKey) : newCustomerKeys()
  const ofCustomer = (app: AppRegistration) => ({
    ...app,
    customerPublicKeys: app.customerPublicKeys ?? [customer.publicKey],
  })
  return {
    options: {
      ...options,
      apps: apps?.map(ofCustomer),
      firstApps: firstApps.map(ofCustomer),
      database: folder?.database,
      adminToken: options.adminToken ?? madeToken,
      onMessage: (message) => print(messageLine(message)),
    },
    consoleHash: consoleHash(options.adminToken, madeToken),
    customer,
    folder,
  }
}

/** One row of ports, in the order of the defaults. */
function portsFrom(port: number | undefined): Environment {
  if (port === undefined) return {}
  const at = (offset: number) => String(port === 0 ? 0 : port + offset)
  return {
    SIMULATOR_PORT: at(0),
    SIMULATOR_TEST_LINE_PORT: at(1),
    SIMULATOR_ADMIN_PORT: at(2),
    SIMULATOR_HANDSET_PORT: at(10),
  }
}

/** A browser keeps what follows the # to itself. A token that was given is known, and a terminal's output may be kept. */
function consoleHash(given: string | undefined, made: string | undefined): string {
  if (made !== undefined) return `#token=${made}`
  return given === undefined ? '' : '#token=<SIMULATOR_ADMIN_TOKEN>'
}

function newToken(): string {
  return randomBytes(24).toString('base64url')
}
