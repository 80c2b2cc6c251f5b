// The apps and handsets that a simulator starts with: those in its database, and those that its options name.
import type { AppRegistration, Handset, SimulatorErrorCode } from '@local-number/simulator-contract'
import { SimulatorError } from '../common/errors'
import { type CustomerKeys, generateCustomerKeys } from '../crypto/customer-keys'
import { appSchema } from '../schemas/app'
import { handsetSchema } from '../schemas/handset'
import { parseFields } from '../schemas/parse-fields'
import { DEMO_APP } from './apps'
import { DEFAULT_HANDSETS } from './handset-facts'
import type { State } from './state'

/** Lists what earlier starts added. It is not added again, so that a deletion lasts. */
const SEEDED = 'seeded'
/** The setting that stores the key pair that was generated for the demo's app. */
const DEMO_CUSTOMER = 'demoCustomer'

interface Seeded {
  readonly apps: readonly string[]
  readonly handsets: readonly string[]
}

export interface SeedOptions {
  readonly apps?: readonly AppRegistration[]
  readonly firstApps?: readonly AppRegistration[]
  readonly handsets?: readonly Handset[]
  readonly activeHandset?: string
}

/**
 * Adds apps and handsets that no earlier start has added, so that what was changed or deleted since stays so.
 *
 * @throws SimulatorError
 */
export function seedState(state: State, options: SeedOptions): void {
  state.runAtomically(() => {
    const before = state.settings.get(SEEDED) as Seeded | undefined
    const apps = seedApps(state, options, before)
    const handsets = seedHandsets(state, options, before)
    state.settings.put(SEEDED, { apps, handsets } satisfies Seeded)
  })
}

/** The key pair of the demo's customer, if it was generated here. */
export function findDemoCustomer({ settings }: State): CustomerKeys | null {
  return (settings.get(DEMO_CUSTOMER) as CustomerKeys | undefined) ?? null
}

function seedApps(state: State, { apps, firstApps }: SeedOptions, before: Seeded | undefined): readonly string[] {
  const first = before ? [] : (firstApps ?? (apps ? [] : [createDemoApp(state)]))
  const wanted = apps ?? first
  const ids = wanted.map(({ appId }) => appId)
  refuseDuplicates('duplicateApp', ids)
  for (const app of wanted) {
    const isNew = !before?.apps.includes(app.appId) && !state.apps.find(app.appId)
    if (isNew) state.apps.register(parseFields(app, appSchema))
  }
  return [...new Set([...(before?.apps ?? []), ...ids])]
}

function createDemoApp({ settings }: State) {
  const customer = generateCustomerKeys()
  settings.put(DEMO_CUSTOMER, customer)
  return { ...DEMO_APP, customerPublicKeys: [customer.publicKey] }
}

function seedHandsets({ handsets }: State, options: SeedOptions, before: Seeded | undefined): readonly string[] {
  const wanted = options.handsets ?? (before ? [] : DEFAULT_HANDSETS)
  const ids = wanted.map(({ id }) => id)
  refuseDuplicates('duplicateHandset', ids)
  for (const handset of wanted) {
    const isNew = !before?.handsets.includes(handset.id) && !handsets.find(handset.id)
    if (isNew) handsets.add(parseFields(handset, handsetSchema))
  }
  if (!before && options.activeHandset !== undefined) handsets.setActive(options.activeHandset)
  return [...new Set([...(before?.handsets ?? []), ...ids])]
}

function refuseDuplicates(code: SimulatorErrorCode, ids: readonly string[]): void {
  const duplicate = ids.find((id, index) => ids.indexOf(id) !== index)
  if (duplicate === undefined) return
  throw new SimulatorError(code, `${duplicate} is given twice: give each its own id`)
}
