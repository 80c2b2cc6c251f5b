// What the form of a handset holds, and what of it is sent.
import type { Handset, HandsetPatch, HandsetView } from '@local-number/simulator-contract'
import { type Mistakes, mistakesIn } from '../form/mistakes'
import { changed } from '../state/changed'

/** The number outlives a look at what a data-only SIM does. */
export interface HandsetDraft extends Omit<Handset, 'msisdn' | 'hotspot'> {
  readonly msisdn: string
  readonly dataOnly: boolean
  /** `''`: none. */
  readonly hotspot: string
}

export const NEW_HANDSET: HandsetDraft = {
  id: '',
  label: '',
  msisdn: '',
  dataOnly: false,
  carrier: 'CM',
  network: '5g',
  hotspot: '',
}

export function draftOf({ id, label, msisdn, carrier, network, hotspot }: HandsetView): HandsetDraft {
  return { id, label, carrier, network, msisdn: msisdn ?? '', dataOnly: msisdn === null, hotspot: hotspot ?? '' }
}

export function handsetOf({ msisdn, dataOnly, hotspot, ...same }: HandsetDraft): Handset {
  return { ...same, msisdn: dataOnly ? null : msisdn, hotspot: hotspot || null }
}

export function changedOf(draft: HandsetDraft, before: HandsetView): HandsetPatch {
  return changed(handsetOf(draft), handsetOf(draftOf(before)))
}

export function mistakesOf({ id, label, msisdn, dataOnly }: HandsetDraft): Mistakes {
  return mistakesIn([
    ['id', 'handsetId', !/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(id)],
    ['label', 'missing', label.trim() === ''],
    ['msisdn', 'msisdn', !dataOnly && !/^1\d{10}$/.test(msisdn)],
  ])
}
