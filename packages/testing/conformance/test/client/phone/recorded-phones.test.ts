import recorded from '../../../../../jssdk/test/vectors/miniprogram-sdk.json'
import { RECORDED_PHONES } from '../../../src/client/phone/recorded-phones'

test('the six phones equal the recordings', () => {
  expect(RECORDED_PHONES).toEqual(
    recorded.vectors.map(({ name, input, output }) => ({
      name,
      systemInfo: input.systemInfo,
      wxappid: input.wxappid,
      epochMs: input.epochMs,
      timezoneOffset: input.timezoneOffset,
      userInformation: output.userInformation,
    })),
  )
})

test('one phone lacks a field, and one has characters of more than 8 bits', () => {
  expect(RECORDED_PHONES.some(({ systemInfo }) => !('benchmarkLevel' in systemInfo))).toBe(true)
  expect(RECORDED_PHONES.some(({ systemInfo }) => /[^\0-\xff]/.test(String(systemInfo.model)))).toBe(true)
})
