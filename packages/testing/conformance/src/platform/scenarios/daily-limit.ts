// How verifications of a number are counted by day (S appendix 121011).
import { getControls } from '../fixture'
import type { FlowScenario } from '../flow-scenario'
import { createMsisdn } from '../random-values'
import { assertCode, callSuccessfully, logIn, startLogin } from '../scenario'

const SHANGHAI_OFFSET_MS = 8 * 3_600_000
const DAY_MS = 24 * 3_600_000

export const DAILY_LIMIT_SCENARIOS: readonly FlowScenario[] = [
  {
    id: '@verify_121011_before_the_signature',
    title: {
      zh: '先看当天次数，再验签；得到 121011 的 token 没有被用掉',
      en: 'The daily limit is checked before the signature, and 121011 does not use up the token',
    },
    source: 'S 1.2 step 14',
    basis: 'inferred',
    needs: ['control'],
    call: 'verify',
    code: '121011',
    cause: 'dailyLimitReached',
    registration: { dailyLimit: 1 },
    async runOn(fixture) {
      await logIn(fixture)
      const late = await startLogin(fixture)
      assertCode(await late.verify({ sign: 'foreignKey' }), 'verify', '121011')
      const { control, appId } = getControls(fixture)
      await control.changeApp(appId, { dailyLimit: 2 })
      await callSuccessfully(late, 'verify')
    },
  },
  {
    id: '@verify_121011_counts_wrong_numbers',
    title: {
      zh: '得到 001 的校验同样计入当天次数',
      en: 'A verification that is answered 001 counts toward the daily limit',
    },
    source: 'S appendix 121011',
    basis: 'inferred',
    needs: ['control'],
    call: 'verify',
    code: '121011',
    cause: 'dailyLimitReached',
    recipe: {
      zh: '把每日上限设为 2，输错两次号码（001），再校验第三次。',
      en: 'Set the daily limit to 2, verify two wrong numbers (001), and verify a third time.',
    },
    registration: { dailyLimit: 2 },
    async runOn(fixture) {
      for (const code of ['001', '001', '121011']) {
        const login = await startLogin(fixture)
        assertCode(await login.verify({ typed: createMsisdn() }), 'verify', code)
      }
    },
  },
  {
    id: '@verify_000_the_next_day',
    title: {
      zh: '次数用完的号码，到北京时间第二天重新计数',
      en: 'The daily limit of a number starts again on the next day in Shanghai',
    },
    source: 'S appendix 121011',
    // The source says "一天", and not in which time zone.
    basis: 'inferred',
    needs: ['control', 'clock'],
    call: 'verify',
    code: '000',
    registration: { dailyLimit: 1 },
    async runOn(fixture) {
      const { control } = getControls(fixture)
      const { clock } = await control.state()
      const midnight = Math.ceil((clock.now + SHANGHAI_OFFSET_MS) / DAY_MS) * DAY_MS - SHANGHAI_OFFSET_MS
      await control.moveClock({ now: midnight - 5_000 })
      await logIn(fixture)
      const late = await startLogin(fixture)
      assertCode(await late.verify(), 'verify', '121011')
      await control.moveClock({ now: midnight })
      await logIn(fixture)
    },
  },
]
