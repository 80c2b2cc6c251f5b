// The virtual handsets of one simulator, and which of them is active.
import { type Msisdn, parseMsisdn } from '@local-number/protocol'
import type { FieldError, FieldErrorCode, Handset, HandsetPatch } from '@local-number/simulator-contract'
import { SimulatorError } from '../common/errors'
import { HANDSET_ID, MAX_HANDSETS } from '../schemas/handset-limits'
import type { Documents } from '../storage/documents'
import { completeHandset, type StoredHandset } from './handset-facts'

/** The setting that names the active handset. */
const ACTIVE = 'activeHandset'
/** The setting that stores each handset's slot in the row of ports. */
const SLOTS = 'handsetSlots'

export interface HandsetDocuments {
  readonly handsets: Documents<StoredHandset>
  readonly settings: Documents<unknown>
}

/** A change is stored first: one that cannot be stored has no effect. */
export class HandsetRegistry {
  readonly #byId: Map<string, StoredHandset>
  #activeId: string

  constructor(
    private readonly documents: HandsetDocuments,
    private readonly onChange: () => void,
  ) {
    this.#byId = new Map(documents.handsets.getAll())
    this.#activeId = String(documents.settings.get(ACTIVE) ?? '')
  }

  get all(): readonly StoredHandset[] {
    return [...this.#byId.values()]
  }

  get active(): StoredHandset {
    return this.get(this.#activeId)
  }

  /** Assigns each handset a slot in a row of ports, and keeps it across restarts, additions and removals. */
  assignSlots(): ReadonlyMap<string, number> {
    const { settings } = this.documents
    const before = new Map(Object.entries((settings.get(SLOTS) ?? {}) as Record<string, number>))
    const slots = new Map([...before].filter(([id]) => this.#byId.has(id)))
    for (const id of this.#byId.keys()) if (!slots.has(id)) slots.set(id, findFirstMissing(new Set(slots.values())))
    settings.put(SLOTS, Object.fromEntries(slots))
    return slots
  }

  find(id: string): StoredHandset | undefined {
    return this.#byId.get(id)
  }

  /**
   * The error does not repeat the id, which can be a phone number.
   *
   * @param path the field of a request that names the handset, for the error
   * @throws SimulatorError `unknownHandset`
   */
  get(id: string, path?: string): StoredHandset {
    const handset = this.find(id)
    if (handset) return handset
    const fields: readonly FieldError[] =
      path === undefined ? [] : [{ path, code: 'unknownHandset', message: 'is not the id of a handset' }]
    throw new SimulatorError('unknownHandset', 'this handset does not exist: GET /_sim/handsets lists them', { fields })
  }

  /**
   * Adds a handset; the first one becomes active.
   *
   * @throws SimulatorError `duplicateHandset`, `handsetMalformed`, `limitReached`
   */
  add(handset: Handset): StoredHandset {
    if (this.#byId.has(handset.id)) {
      throw new SimulatorError('duplicateHandset', 'another handset has this id: choose another one', {
        fields: [{ path: 'id', code: 'duplicate', message: 'is the id of another handset' }],
      })
    }
    if (this.#byId.size >= MAX_HANDSETS) {
      throw new SimulatorError('limitReached', `there are ${MAX_HANDSETS} handsets: remove one first`)
    }
    const added = this.#store(handset)
    if (this.#byId.size === 1) this.setActive(added.id)
    return added
  }

  /** @throws SimulatorError `unknownHandset` */
  setActive(id: string): void {
    this.get(id)
    this.documents.settings.put(ACTIVE, id)
    this.#activeId = id
    this.onChange()
  }

  /** The first handset that has this number. */
  findByMsisdn(msisdn: string): StoredHandset | undefined {
    return this.all.find((handset) => handset.msisdn === msisdn)
  }

  /** Whether the number is on the platform's black list. */
  isBlocked(msisdn: string): boolean {
    return this.all.some((handset) => handset.blocked && handset.msisdn === msisdn)
  }

  /** @throws SimulatorError `unknownHandset`, `handsetMalformed` */
  update(id: string, patch: HandsetPatch): StoredHandset {
    return this.#store({ ...this.get(id), ...patch, id })
  }

  /**
   * @param save what is stored together with the removal, around it
   * @throws SimulatorError `unknownHandset`; `handsetInUse` for the active one and for a hotspot that others use
   */
  remove(id: string, save = (removal: () => void) => removal()): void {
    this.get(id)
    const guest = this.all.find(({ hotspot }) => hotspot === id)
    if (id === this.#activeId || guest) {
      const remedy = guest ? `take ${guest.id} off its hotspot` : 'make another one the active one'
      throw new SimulatorError('handsetInUse', `the handset ${id} is in use: ${remedy} first`)
    }
    save(() => this.documents.handsets.delete(id))
    this.#byId.delete(id)
    this.onChange()
  }

  #store(handset: Handset): StoredHandset {
    const valid = this.#validate(handset)
    this.documents.handsets.put(valid.id, valid)
    this.#byId.set(valid.id, valid)
    this.onChange()
    return valid
  }

  #validate(handset: Handset): StoredHandset {
    const { id, hotspot = null, msisdn } = handset
    if (!HANDSET_ID.test(id))
      throw createMalformedError('id', 'malformed', 'must be lower-case letters, digits and inner dashes')
    if (hotspot === id) throw createMalformedError('hotspot', 'notAllowed', 'must be another handset, or null')
    if (hotspot !== null) this.get(hotspot, 'hotspot')
    return completeHandset({ ...handset, msisdn: msisdn === null ? null : parseNumber(msisdn) })
  }
}

function findFirstMissing(numbers: ReadonlySet<number>): number {
  let number = 0
  while (numbers.has(number)) number += 1
  return number
}

function parseNumber(text: string): Msisdn {
  const msisdn = parseMsisdn(text)
  if (msisdn) return msisdn
  throw createMalformedError('msisdn', 'malformed', 'must be a mainland mobile number of 11 digits, or null')
}

function createMalformedError(path: keyof Handset, code: FieldErrorCode, message: string): SimulatorError {
  return new SimulatorError('handsetMalformed', `${path} ${message}`, { fields: [{ path, code, message }] })
}
