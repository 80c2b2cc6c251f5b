import type { HandsetView } from '@local-number/simulator-contract'
import { changedOf, draftOf, handsetOf, mistakesOf, NEW_HANDSET } from '../../src/handsets/draft'

const handset: HandsetView = {
  id: 'cm-5g',
  label: 'China Mobile 5G',
  msisdn: '13800138000',
  carrier: 'CM',
  network: '5g',
  hotspot: null,
  origin: 'http://127.0.0.1:7010',
  active: true,
}

test('only what was changed is sent, so that another tab’s changes stay', () => {
  expect(changedOf(draftOf(handset), handset)).toEqual({})
  expect(changedOf({ ...draftOf(handset), label: 'Mine' }, handset)).toEqual({ label: 'Mine' })
})

test('a data-only SIM has no number, and the one that was typed is not forgotten', () => {
  const dataOnly = { ...draftOf(handset), dataOnly: true }
  expect(changedOf(dataOnly, handset)).toEqual({ msisdn: null })
  expect(changedOf({ ...dataOnly, dataOnly: false }, handset)).toEqual({})
})

test('no hotspot is none', () => {
  expect(handsetOf(draftOf(handset)).hotspot).toBeNull()
  expect(changedOf({ ...draftOf(handset), hotspot: 'cm-4g' }, handset)).toEqual({ hotspot: 'cm-4g' })
})

test('id, name and number are looked at before anything is sent', () => {
  expect(mistakesOf(NEW_HANDSET)).toEqual({ id: 'handsetId', label: 'missing', msisdn: 'msisdn' })
  expect(mistakesOf({ ...draftOf(handset), id: '-a' })).toEqual({ id: 'handsetId' })
  expect(mistakesOf({ ...draftOf(handset), msisdn: '23800138000' })).toEqual({ msisdn: 'msisdn' })
  expect(mistakesOf({ ...draftOf(handset), msisdn: '', dataOnly: true })).toEqual({})
})
