import { translateHandsetName } from '../../../console/src/handsets/handset-name'
import { TEXTS } from '../../../console/src/texts/texts'
import { DEFAULT_HANDSETS } from '../../src'

test('the console shows the default handsets’ names in the reader’s language', () => {
  const own = Object.fromEntries(DEFAULT_HANDSETS.map(({ id, label }) => [id, label]))
  expect(TEXTS['zh-CN'].handsets.names).toEqual(own)
  expect(DEFAULT_HANDSETS.map((handset) => translateHandsetName(TEXTS['zh-CN'], handset))).toEqual(Object.values(own))
  expect(DEFAULT_HANDSETS.map((handset) => translateHandsetName(TEXTS.en, handset))).toEqual(
    Object.values(TEXTS.en.handsets.names),
  )
})

test('the console shows a name that a user gave as it is', () => {
  expect(translateHandsetName(TEXTS.en, { id: 'cm-5g', label: '测试机' })).toBe('测试机')
  expect(translateHandsetName(TEXTS.en, { id: 'mine', label: '中国移动 5G' })).toBe('中国移动 5G')
  expect(translateHandsetName(TEXTS.en, { id: 'constructor', label: 'Mine' })).toBe('Mine')
})
