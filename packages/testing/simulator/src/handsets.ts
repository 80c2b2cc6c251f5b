// The virtual handsets of one simulator, and which of them is in the user's hand.
import { type Msisdn, parseMsisdn } from '@local-number/protocol'
import type { FieldError, FieldErrorCode, Handset, HandsetPatch } from '@local-number/simulator-contract'
import { SimulatorError } from './common/errors'
import type { Documents } from './storage/documents'

/** Made-up numbers, one handset per situation of the document. */
export const DEFAULT_HANDSETS: readonly Handset[] = [
  { id: 'cm-5g', label: '中国移动 5G', msisdn: '13800138000', carrier: 'CM', network: '5g' },
  { id: 'cm-4g', label: '中国移动 4G', msisdn: '13900139000', carrier: 'CM', network: '4g' },
  { id: 'cm-wifi', label: '中国移动 Wi-Fi', msisdn: '15800158000', carrier: 'CM', network: 'wifi' },
  { id: 'cu-5g', label: '中国联通 5G', msisdn: '18600186000', carrier: 'CU', network: '5g' },
  { id: 'ct-5g', label: '中国电信 5G', msisdn: '18900189000', carrier: 'CT', network: '5g' },
  { id: 'cm-data-only', label: '中国移动 流量卡', msisdn: null, carrier: 'CM', network: '4g' },
  { id: 'offline', label: '无网络', msisdn: '13700137000', carrier: 'CM', network: 'none' },
]

const ID = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
/** The setting that names the active handset. */
const ACTIVE = 'activeHandset'
/** The setting that keeps whose is which of a row of ports. */
const SLOTS = 'handsetSlots'

/** Each may have a port of its own. */
const MOST_HANDSETS = 1000

export interface HandsetTables {
  readonly handsets: Documents<Handset>
  readonly settings: Documents<unknown>
}

/** Changes are in effect, and kept, when the call returns. */
export class HandsetRegistry {
  readonly #byId: Map<string, Handset>
  #activeId: string

  constructor(
    private readonly kept: HandsetTables,
    private readonly changed: () => void,
  ) {
    this.#byId = new Map(kept.handsets.all())
    this.#activeId = String(kept.settings.get(ACTIVE) ?? '')
  }

  get all(): readonly Handset[] {
    return [...this.#byId.values()]
  }

  get active(): Handset {
    return this.get(this.#activeId)
  }

  /** Each handset's place in a row of ports: the same at every start, whatever was added or removed in between. */
  slots(): ReadonlyMap<string, number> {
    const before = new Map(Object.entries((this.kept.settings.get(SLOTS) ?? {}) as Record<string, number>))
    const slots = new Map([...before].filter(([id]) => this.#byId.has(id)))
    for (const id of this.#byId.keys()) if (!slots.has(id)) slots.set(id, firstMissing(new Set(slots.values())))
    this.kept.settings.put(SLOTS, Object.fromEntries(slots))
    return slots
  }

  find(id: string): Handset | undefined {
    return this.#byId.get(id)
  }

  /**
   * @param path the field of a request that names the handset, for the error
   * @throws SimulatorError `unknownHandset`
   */
  get(id: string, path?: string): Handset {
    const handset = this.find(id)
    if (handset) return handset
    const message = `no handset is called "${id}": use ${[...this.#byId.keys()].join(', ')}`
    const fields: readonly FieldError[] =
      path === undefined ? [] : [{ path, code: 'unknownHandset', message: 'is not the id of a handset' }]
    throw new SimulatorError('unknownHandset', message, { fields })
  }

  /** The first one becomes the active one. @throws SimulatorError `doubledHandset`, `handsetMalformed`, `limitReached` */
  add(handset: Handset): Handset {
    if (this.#byId.has(handset.id)) {
      throw new SimulatorError(
        'doubledHandset',
        `a handset with the id ${handset.id} exists already: choose another id`,
        {
          fields: [{ path: 'id', code: 'duplicate', message: 'is the id of another handset' }],
        },
      )
    }
    if (this.#byId.size >= MOST_HANDSETS) {
      throw new SimulatorError('limitReached', `${MOST_HANDSETS} handsets are on the desk: remove one first`)
    }
    const added = this.#keep(handset)
    if (this.#byId.size === 1) this.setActive(added.id)
    return added
  }

  /** @throws SimulatorError `unknownHandset` */
  setActive(id: string): void {
    this.#activeId = this.get(id).id
    this.kept.settings.put(ACTIVE, id)
    this.changed()
  }

  /** @throws SimulatorError `unknownHandset`, `handsetMalformed` */
  update(id: string, patch: HandsetPatch): Handset {
    return this.#keep({ ...this.get(id), ...patch, id })
  }

  /** @throws SimulatorError `unknownHandset`, `handsetInUse` for the active one and for a hotspot that others are on */
  remove(id: string): void {
    this.get(id)
    const guest = this.all.find(({ hotspot }) => hotspot === id)
    if (id === this.#activeId || guest) {
      const remedy = guest ? `take ${guest.id} off its hotspot` : 'make another one the active one'
      throw new SimulatorError('handsetInUse', `the handset ${id} is in use: ${remedy} first`)
    }
    this.#byId.delete(id)
    this.kept.handsets.delete(id)
    this.changed()
  }

  #keep(handset: Handset): Handset {
    const kept = this.#checked(handset)
    this.#byId.set(kept.id, kept)
    this.kept.handsets.put(kept.id, kept)
    this.changed()
    return kept
  }

  #checked(handset: Handset): Handset {
    const { id, hotspot = null } = handset
    if (!ID.test(id))
      throw malformed('id', 'malformed', 'must be lower-case letters, digits and dashes, without a dash at either end')
    if (hotspot === id) throw malformed('hotspot', 'notAllowed', 'must be another handset, or null')
    if (hotspot !== null) this.get(hotspot, 'hotspot')
    return { ...handset, hotspot, msisdn: handset.msisdn === null ? null : parseNumber(handset.msisdn) }
  }
}

function firstMissing(numbers: ReadonlySet<number>): number {
  let number = 0
  while (numbers.has(number)) number += 1
  return number
}

function parseNumber(text: string): Msisdn {
  const msisdn = parseMsisdn(text)
  if (msisdn) return msisdn
  throw malformed('msisdn', 'malformed', 'must be a mainland mobile number of 11 digits, or null')
}

function malformed(path: keyof Handset, code: FieldErrorCode, message: string): SimulatorError {
  return new SimulatorError('handsetMalformed', `${path} ${message}`, { fields: [{ path, code, message }] })
}
