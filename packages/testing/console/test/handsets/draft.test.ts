/** @jest-environment jsdom */
import type { HandsetView } from '@local-number/simulator-contract'
import { HANDSET_RULES, NEW_HANDSET, toDraft, toHandset, toPatch } from '../../src/handsets/draft'
import { findMistakes } from '../support/find-mistakes'

const handset: HandsetView = {
  id: 'cm-5g',
  label: 'China Mobile 5G',
  msisdn: '13800138000',
  carrier: 'CM',
  network: '5g',
  hotspot: null,
  os: 'ios',
  osVersion: '18.5',
  mobileData: false,
  iot: false,
  blocked: false,
  upgradesHttpImages: true,
  origin: 'http://127.0.0.1:7010',
  active: true,
}

test('a handset’s patch contains only the changed fields, so that changes of another tab stay', () => {
  expect(toPatch(toDraft(handset), handset)).toEqual({})
  expect(toPatch({ ...toDraft(handset), label: 'Mine' }, handset)).toEqual({ label: 'Mine' })
  const changes = { os: 'android', osVersion: '15', mobileData: true } as const
  expect(toPatch({ ...toDraft(handset), ...changes }, handset)).toEqual(changes)
})

test('a data-only SIM has no number, but the typed one is kept in the form', () => {
  const dataOnly = { ...toDraft(handset), dataOnly: true }
  expect(toPatch(dataOnly, handset)).toEqual({ msisdn: null })
  expect(toPatch({ ...dataOnly, dataOnly: false }, handset)).toEqual({})
})

test('a handset without a hotspot is sent with null', () => {
  expect(toHandset(toDraft(handset)).hotspot).toBeNull()
  expect(toPatch({ ...toDraft(handset), hotspot: 'cm-4g' }, handset)).toEqual({ hotspot: 'cm-4g' })
})

test('a handset needs a valid id, a name and a mainland mobile number, or a data-only SIM', () => {
  expect(findMistakes(HANDSET_RULES, NEW_HANDSET)).toEqual({ id: 'handsetId', label: 'missing', msisdn: 'msisdn' })
  expect(findMistakes(HANDSET_RULES, { ...toDraft(handset), id: '-a' })).toEqual({ id: 'handsetId' })
  expect(findMistakes(HANDSET_RULES, { ...toDraft(handset), msisdn: '23800138000' })).toEqual({ msisdn: 'msisdn' })
  expect(findMistakes(HANDSET_RULES, { ...toDraft(handset), msisdn: '', dataOnly: true })).toEqual({})
  expect(findMistakes(HANDSET_RULES, { ...toDraft(handset), osVersion: 'iOS' })).toEqual({ osVersion: 'osVersion' })
})
