// What a simulator starts with: what its database knows already, and what the options name besides.
import type { SimulatorErrorCode } from '@local-number/simulator-contract'
import { DEMO_APP } from './apps'
import { SimulatorError } from './common/errors'
import { type CustomerKeys, newCustomerKeys } from './crypto/customer-keys'
import { DEFAULT_HANDSETS } from './handsets'
import type { SimulatorOptions } from './options'
import { appSchema } from './schemas/app'
import { handsetSchema } from './schemas/handset'
import { parseFields } from './schemas/parse-fields'
import type { World } from './world'

/** The setting that names what was filed by options before: whatever became of it since is somebody's wish. */
const FURNISHED = 'furnished'
/** The setting that keeps the key pair which was made for the demo's app. */
const DEMO_CUSTOMER = 'demoCustomer'

interface Furnished {
  readonly apps: readonly string[]
  readonly handsets: readonly string[]
}

/**
 * What was edited or deleted since the last start stays as it was left.
 *
 * @throws SimulatorError
 */
export function furnish(world: World, options: SimulatorOptions): void {
  world.atomically(() => {
    const before = world.settings.get(FURNISHED) as Furnished | undefined
    const apps = furnishApps(world, options, before)
    const handsets = furnishHandsets(world, options, before)
    world.settings.put(FURNISHED, { apps, handsets } satisfies Furnished)
  })
}

/** The key pair of the demo's customer, if it was made here. */
export function demoCustomer({ settings }: World): CustomerKeys | null {
  return (settings.get(DEMO_CUSTOMER) as CustomerKeys | undefined) ?? null
}

function furnishApps(world: World, options: SimulatorOptions, before: Furnished | undefined): readonly string[] {
  const { apps, firstApps } = options
  const first = before ? [] : (firstApps ?? (apps ? [] : [demoApp(world)]))
  const wanted = apps ?? first
  const ids = wanted.map(({ appId }) => appId)
  refuseDoubles('doubledApp', ids)
  for (const app of wanted) {
    if (!before?.apps.includes(app.appId) && !world.apps.find(app.appId)) world.apps.file(parseFields(app, appSchema))
  }
  return [...new Set([...(before?.apps ?? []), ...ids])]
}

function demoApp({ settings }: World) {
  const customer = newCustomerKeys()
  settings.put(DEMO_CUSTOMER, customer)
  return { ...DEMO_APP, customerPublicKeys: [customer.publicKey] }
}

function furnishHandsets({ handsets }: World, options: SimulatorOptions, before: Furnished | undefined) {
  const wanted = options.handsets ?? (before ? [] : DEFAULT_HANDSETS)
  const ids = wanted.map(({ id }) => id)
  refuseDoubles('doubledHandset', ids)
  for (const handset of wanted) {
    if (!before?.handsets.includes(handset.id) && !handsets.find(handset.id)) {
      handsets.add(parseFields(handset, handsetSchema))
    }
  }
  if (!before && options.activeHandset !== undefined) handsets.setActive(options.activeHandset)
  return [...new Set([...(before?.handsets ?? []), ...ids])]
}

function refuseDoubles(code: SimulatorErrorCode, ids: readonly string[]): void {
  const doubled = ids.find((id, index) => ids.indexOf(id) !== index)
  if (doubled === undefined) return
  throw new SimulatorError(code, `${doubled} is given twice: give each an id of its own`)
}
