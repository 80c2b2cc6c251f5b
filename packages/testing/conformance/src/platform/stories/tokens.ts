// What becomes of tokens: one use, one app, one day's count.
import { must, mustEqual } from '../../must'
import { Login } from '../login'
import { newMsisdn } from '../made-up'
import { apply, carryThrough, mustAnswer, onStage, succeed } from '../row'
import { controlsOf, type Stage } from '../stage'
import type { Story } from '../story'

const AT_ONCE = 20
const UNUSED_TOKENS = 30
const TEN_MINUTES_MS = 600_000
const SHANGHAI_OFFSET_MS = 8 * 3_600_000
const DAY_MS = 24 * 3_600_000

export async function loginWithToken(stage: Stage): Promise<Login> {
  const login = new Login(stage, 'miniProgram')
  await succeed(login, 'getMobile')
  await succeed(login, 'getToken')
  return login
}

export const TOKEN_STORIES: readonly Story[] = [
  {
    id: '@token_120020_one_of_twenty',
    title: {
      zh: '同一个 token 同时校验 20 次，只有一次得到 000',
      en: 'Of 20 verifications of one token at once exactly one is answered 000',
    },
    source: 'S appendix 120020',
    basis: 'inferred',
    call: 'verify',
    code: '120020',
    cause: 'tokenReused',
    async play(stage) {
      const login = await loginWithToken(stage)
      const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => login.verify()))
      const codes = answers.map(({ code }) => code).sort()
      mustEqual(codes, ['000', ...Array.from({ length: AT_ONCE - 1 }, () => '120020')], 'the codes')
    },
  },
  {
    id: '@token_000000_one_per_taking',
    title: { zh: '每次取号得到一个新的 token', en: 'Each number taking gives a token of its own' },
    source: 'protocol.md §4',
    call: 'getToken',
    code: '000000',
    async play(stage) {
      const [first, second] = [await loginWithToken(stage), await loginWithToken(stage)]
      must(first.token !== second.token, 'two number takings must give two tokens, and gave the same twice')
      await succeed(first, 'verify')
      await succeed(second, 'verify')
    },
  },
  {
    id: '@verify_120020_foreign_token',
    title: {
      zh: '别的应用的 token 返回 120020，而且不会因此失效',
      en: "Another app's token is answered 120020, and stays good for its owner",
    },
    source: 'S appendix 120020',
    basis: 'inferred',
    needs: ['control'],
    call: 'verify',
    code: '120020',
    cause: 'tokenOfAnotherApp',
    recipe: {
      zh: '再登记一个应用；下面的命令没有报备公钥，要再给它报备同一把客户公钥（控制台“编辑应用”，或命令里加 customerPublicKeys），否则得到 103605。用一个应用取 token，用另一个校验。',
      en: 'File a second app. The command files no key: file your customer public key for it too, in the console or as customerPublicKeys in the command, or it answers 103605. Take a token with one app, and verify it with the other.',
    },
    alsoFiled: {
      appId: '300011877496',
      appKey: 'B0B1C2D3E4F5A6B7C8D9E0F1A2B3C4D5',
      wxappids: ['wx10a00cf000000000'],
    },
    async play(stage, subject) {
      const owner = await loginWithToken(stage)
      await onStage(subject, {}, async (elsewhere) => {
        const stranger = new Login(elsewhere, 'miniProgram')
        mustAnswer(await stranger.verify({ fields: { token: owner.token } }), 'verify', '120020')
      })
      await succeed(owner, 'verify')
    },
  },
  {
    id: '@verify_120020_after_001',
    title: {
      zh: '得到 001 的校验同样用掉 token',
      en: 'A verification that is answered 001 has spent its token, too',
    },
    source: 'S appendix 120020',
    basis: 'inferred',
    call: 'verify',
    code: '120020',
    cause: 'tokenReused',
    recipe: {
      zh: '先输入别的号码校验（001），再用同一个 token 校验自己的号码。',
      en: 'Verify another number (001), and then your own with the same token.',
    },
    async play(stage) {
      const login = await loginWithToken(stage)
      mustAnswer(await login.verify({ typed: newMsisdn() }), 'verify', '001')
      mustAnswer(await login.verify(), 'verify', '120020')
    },
  },
  {
    id: '@getToken_130030_exchanged_before',
    title: {
      zh: '换过 token 的 msgId 不能再用：重新加载图片也换不到第二个 token',
      en: 'A msgId is good for one token: to load its image again gives no second one',
    },
    source: 'protocol.md §2',
    basis: 'inferred',
    call: 'getToken',
    code: '130030',
    cause: 'numberNotRetrieved',
    recipe: {
      zh: '取到 token 之后，用同一个地址再加载一次图片，再获取 token。',
      en: 'Once there is a token, load the image from the same address again and ask for another.',
    },
    async play(stage) {
      const login = await loginWithToken(stage)
      await login.getMobile()
      mustAnswer(await login.getToken(), 'getToken', '130030')
    },
  },
  {
    id: '@verify_121011_before_the_signature',
    title: {
      zh: '先看当天次数，再验签；得到 121011 的 token 没有被用掉',
      en: "The day's count comes before the signature, and 121011 leaves the token unspent",
    },
    source: 'S 1.2 step 14',
    basis: 'inferred',
    needs: ['control'],
    call: 'verify',
    code: '121011',
    cause: 'dailyLimitReached',
    filed: { dailyLimit: 1 },
    async play(stage) {
      await carryThrough(stage)
      const late = await loginWithToken(stage)
      mustAnswer(await late.verify({ sign: 'foreignKey' }), 'verify', '121011')
      const { control, appId } = controlsOf(stage)
      await control.changeApp(appId, { dailyLimit: 2 })
      await succeed(late, 'verify')
    },
  },
  {
    id: '@verify_121011_counts_wrong_numbers',
    title: {
      zh: '得到 001 的校验同样计入当天次数',
      en: "A verification that is answered 001 counts among the day's checks",
    },
    source: 'S appendix 121011',
    basis: 'inferred',
    needs: ['control'],
    call: 'verify',
    code: '121011',
    cause: 'dailyLimitReached',
    recipe: {
      zh: '把每日上限设为 2，输错两次号码（001），再校验第三次。',
      en: 'Set the daily limit to 2, verify two wrong numbers (001), and then a third time.',
    },
    filed: { dailyLimit: 2 },
    async play(stage) {
      for (const code of ['001', '001', '121011']) {
        const login = await loginWithToken(stage)
        mustAnswer(await login.verify({ typed: newMsisdn() }), 'verify', code)
      }
    },
  },
  {
    id: '@getToken_000000_ten_minutes_later',
    title: {
      zh: '30 个没有使用的 token 过十分钟后，又可以获取 token',
      en: 'Ten minutes later, 30 unused tokens are forgiven',
    },
    source: 'protocol.md §7',
    needs: ['control', 'clock'],
    call: 'getToken',
    code: '000000',
    async play(stage) {
      await apply({ tokens: UNUSED_TOKENS }, stage)
      const late = new Login(stage, 'miniProgram')
      await succeed(late, 'getMobile')
      mustAnswer(await late.getToken(), 'getToken', '103911')
      await apply({ clock: { advanceMs: TEN_MINUTES_MS + 1 } }, stage)
      await loginWithToken(stage)
    },
  },
  {
    id: '@verify_000_after_a_refused_signature',
    title: {
      zh: '签名不对的校验不会消耗 token',
      en: 'A verification with a wrong signature does not spend the token',
    },
    source: 'S 1.2 step 14',
    basis: 'inferred',
    call: 'verify',
    code: '000',
    async play(stage) {
      const login = await loginWithToken(stage)
      mustAnswer(await login.verify({ sign: 'foreignKey' }), 'verify', '130018')
      await succeed(login, 'verify')
    },
  },
  {
    id: '@verify_000_the_next_day',
    title: {
      zh: '次数用完的号码，到北京时间第二天重新计数',
      en: 'A number without checks left is counted anew on the next day in Shanghai',
    },
    source: 'S appendix 121011',
    needs: ['control', 'clock'],
    call: 'verify',
    code: '000',
    filed: { dailyLimit: 1 },
    async play(stage) {
      const { control } = controlsOf(stage)
      const { clock } = await control.state()
      const midnight = Math.ceil((clock.now + SHANGHAI_OFFSET_MS) / DAY_MS) * DAY_MS - SHANGHAI_OFFSET_MS
      await control.moveClock({ now: midnight - 5_000 })
      await carryThrough(stage)
      const late = await loginWithToken(stage)
      mustAnswer(await late.verify(), 'verify', '121011')
      await control.moveClock({ now: midnight })
      await carryThrough(stage)
    },
  },
]
