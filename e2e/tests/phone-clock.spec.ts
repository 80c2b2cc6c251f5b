// A phone whose clock is wrong: the business server names its time, and the login corrects the phone's.
import { expect, test } from '../support/test'

const HOUR = 3_600_000

test('a phone whose clock is an hour behind logs in, and the user does not notice', async ({
  login,
  clock,
  carrierLog,
}) => {
  await login.open()
  clock.advanceServers(HOUR)
  await login.agree()
  await login.submit('13800138000')
  await login.expectText('验证成功')
  // The first attempt's image may be loaded or given up; only the corrected attempt gets a token.
  const calls = carrierLog.map((line) => line.split(' ').slice(2, 5).join(' '))
  expect(calls.filter((call) => !call.startsWith('getMobile'))).toEqual(['getToken cm-5g 000000', 'verify - 000'])
})
