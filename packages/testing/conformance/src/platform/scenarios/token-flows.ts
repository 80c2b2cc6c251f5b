// What happens to tokens: one use, one app, and a limit on unused ones.
import { assert, assertEqual } from '../../assertions'
import type { FlowScenario } from '../flow-scenario'
import { Login } from '../login'
import { createMsisdn } from '../random-values'
import { applyStep, assertCode, callSuccessfully, startLogin, withFixture } from '../scenario'

const CONCURRENT_CALLS = 20
const UNUSED_TOKENS = 30
const TEN_MINUTES_MS = 600_000

export const TOKEN_FLOW_SCENARIOS: readonly FlowScenario[] = [
  {
    id: '@token_120020_one_of_twenty',
    title: {
      zh: '同一个 token 同时校验 20 次，只有一次得到 000',
      en: 'Of 20 concurrent verifications with one token, exactly one is answered 000',
    },
    source: 'S appendix 120020',
    basis: 'inferred',
    call: 'verify',
    code: '120020',
    cause: 'tokenReused',
    async runOn(fixture) {
      const login = await startLogin(fixture)
      const answers = await Promise.all(Array.from({ length: CONCURRENT_CALLS }, () => login.verify()))
      const codes = answers.map(({ code }) => code).sort()
      assertEqual(codes, ['000', ...Array.from({ length: CONCURRENT_CALLS - 1 }, () => '120020')], 'the codes')
    },
  },
  {
    id: '@token_000000_one_per_taking',
    title: { zh: '每次取号得到一个新的 token', en: 'Every number retrieval gives a new token' },
    source: 'protocol.md §4',
    call: 'getToken',
    code: '000000',
    async runOn(fixture) {
      const [first, second] = [await startLogin(fixture), await startLogin(fixture)]
      assert(first.token !== second.token, 'two number retrievals must give two different tokens')
      await callSuccessfully(first, 'verify')
      await callSuccessfully(second, 'verify')
    },
  },
  {
    id: '@verify_120020_foreign_token',
    title: {
      zh: '别的应用的 token 返回 120020，而且不会因此失效',
      en: "Another app's token is answered 120020, and stays valid for its owner",
    },
    source: 'S appendix 120020',
    basis: 'inferred',
    needs: ['control'],
    call: 'verify',
    code: '120020',
    cause: 'tokenOfAnotherApp',
    recipe: {
      zh: '再报备一个应用；下面的命令没有带公钥，要给它也报备同一把客户公钥（控制台“编辑应用”，或命令里加 customerPublicKeys），否则得到 103605。用一个应用取 token，用另一个校验。',
      en: 'Register a second app. The command registers no key, which gives 103605: register your customer public key for this app too, in the console or as customerPublicKeys in the command. Get a token with one app, and verify it with the other.',
    },
    secondApp: {
      appId: '300011877496',
      appKey: 'B0B1C2D3E4F5A6B7C8D9E0F1A2B3C4D5',
      wxappids: ['wx10a00cf000000000'],
    },
    async runOn(fixture, subject) {
      const owner = await startLogin(fixture)
      await withFixture(subject, {}, async (otherFixture) => {
        const other = new Login(otherFixture, 'miniProgram')
        assertCode(await other.verify({ fields: { token: owner.token } }), 'verify', '120020')
      })
      await callSuccessfully(owner, 'verify')
    },
  },
  {
    id: '@verify_120020_after_001',
    title: {
      zh: '得到 001 的校验同样用掉 token',
      en: 'A verification that is answered 001 uses up its token',
    },
    source: 'S appendix 120020',
    basis: 'inferred',
    call: 'verify',
    code: '120020',
    cause: 'tokenReused',
    recipe: {
      zh: '先输入别的号码校验（001），再用同一个 token 校验自己的号码。',
      en: 'Verify another number (001), and then your own number with the same token.',
    },
    async runOn(fixture) {
      const login = await startLogin(fixture)
      assertCode(await login.verify({ typed: createMsisdn() }), 'verify', '001')
      assertCode(await login.verify(), 'verify', '120020')
    },
  },
  {
    id: '@getToken_130030_exchanged_before',
    title: {
      zh: '换过 token 的 msgId 不能再用：重新加载图片也换不到第二个 token',
      en: 'A msgId gives one token: loading its image again gives no second one',
    },
    source: 'protocol.md §2',
    basis: 'inferred',
    call: 'getToken',
    code: '130030',
    cause: 'numberNotRetrieved',
    recipe: {
      zh: '取到 token 之后，用同一个地址再加载一次图片，再获取 token。',
      en: 'After you have a token, load the image from the same address again and request another token.',
    },
    async runOn(fixture) {
      const login = await startLogin(fixture)
      await login.getMobile()
      assertCode(await login.getToken(), 'getToken', '130030')
    },
  },
  {
    id: '@getToken_000000_ten_minutes_later',
    title: {
      zh: '30 个没有使用的 token 过十分钟后，又可以获取 token',
      en: 'After ten minutes, 30 unused tokens no longer count',
    },
    source: 'protocol.md §7',
    needs: ['control', 'clock'],
    call: 'getToken',
    code: '000000',
    async runOn(fixture) {
      await applyStep({ tokens: UNUSED_TOKENS }, fixture)
      const late = new Login(fixture, 'miniProgram')
      await callSuccessfully(late, 'getMobile')
      assertCode(await late.getToken(), 'getToken', '103911')
      await applyStep({ clock: { advanceMs: TEN_MINUTES_MS + 1 } }, fixture)
      await startLogin(fixture)
    },
  },
  {
    id: '@verify_000_after_a_refused_signature',
    title: {
      zh: '签名不对的校验不会消耗 token',
      en: 'A verification with a wrong signature does not use up the token',
    },
    source: 'S 1.2 step 14',
    basis: 'inferred',
    call: 'verify',
    code: '000',
    async runOn(fixture) {
      const login = await startLogin(fixture)
      assertCode(await login.verify({ sign: 'foreignKey' }), 'verify', '130018')
      await callSuccessfully(login, 'verify')
    },
  },
]
