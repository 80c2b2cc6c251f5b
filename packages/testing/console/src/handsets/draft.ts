// What the form of a handset holds, and the request that it becomes.
import type { Handset, HandsetPatch, HandsetView } from '@local-number/simulator-contract'
import type { FormRulesRecord } from '@mantine/form'
import { mistakeIf } from '../form/rules'
import { pickChanges } from '../state/changes'

/** The number is kept while the SIM is data-only, for those who change their mind. */
export interface HandsetDraft extends Required<Omit<Handset, 'msisdn' | 'hotspot'>> {
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
  os: 'android',
  osVersion: '14',
  mobileData: false,
  iot: false,
  blocked: false,
}

/** @param handset `null` for a new one */
export function toDraft(handset: HandsetView | null): HandsetDraft {
  if (handset === null) return NEW_HANDSET
  const { origin: _, active: __, upgradesHttpImages: ___, msisdn, hotspot, ...same } = handset
  return { ...same, msisdn: msisdn ?? '', dataOnly: msisdn === null, hotspot: hotspot ?? '' }
}

export function toHandset({ msisdn, dataOnly, hotspot, ...same }: HandsetDraft): Handset {
  return { ...same, msisdn: dataOnly ? null : msisdn, hotspot: hotspot || null }
}

export function toPatch(draft: HandsetDraft, before: HandsetView): HandsetPatch {
  return pickChanges(toHandset(draft), toHandset(toDraft(before)))
}

export const HANDSET_RULES: FormRulesRecord<HandsetDraft> = {
  id: (id) => mistakeIf(!/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(id), 'handsetId'),
  label: (label) => mistakeIf(label.trim() === '', 'missing'),
  osVersion: (version) => mistakeIf(!/^\d{1,3}(?:\.\d{1,3}){0,2}$/.test(version), 'osVersion'),
  msisdn: (msisdn, { dataOnly }) => mistakeIf(!dataOnly && !/^1\d{10}$/.test(msisdn), 'msisdn'),
}
