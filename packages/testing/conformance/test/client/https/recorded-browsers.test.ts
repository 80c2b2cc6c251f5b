import vectors from '../../../../../protocol/test/vectors/https-edition.json'
import { RECORDED_BROWSERS } from '../../../src/client/https/recorded-browsers'

test('the browsers equal the recordings', () => {
  expect(RECORDED_BROWSERS).toEqual(
    vectors.h5.map(({ name, input, output }) => ({
      name,
      navigator: input.navigator,
      screen: input.screen,
      epochMs: input.epochMs,
      timezoneOffset: input.timezoneOffset,
      userInformation: output.body.userInformation,
    })),
  )
})
