import { nameIn } from '../../../console/src/handsets/name-in'
import { TEXTS } from '../../../console/src/texts/texts'
import { DEFAULT_HANDSETS } from '../../src'

test('the simulator’s own handsets are named in the reader’s language', () => {
  const own = Object.fromEntries(DEFAULT_HANDSETS.map(({ id, label }) => [id, label]))
  expect(TEXTS['zh-CN'].handsets.names).toEqual(own)
  expect(DEFAULT_HANDSETS.map((handset) => nameIn(TEXTS['zh-CN'], handset))).toEqual(Object.values(own))
  expect(DEFAULT_HANDSETS.map((handset) => nameIn(TEXTS.en, handset))).toEqual(Object.values(TEXTS.en.handsets.names))
})

test('a name that a user gave stays as it is', () => {
  expect(nameIn(TEXTS.en, { id: 'cm-5g', label: '测试机' })).toBe('测试机')
  expect(nameIn(TEXTS.en, { id: 'mine', label: '中国移动 5G' })).toBe('中国移动 5G')
  expect(nameIn(TEXTS.en, { id: 'constructor', label: 'Mine' })).toBe('Mine')
})
