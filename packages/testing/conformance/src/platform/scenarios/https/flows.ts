// Answers of the HTTPS edition, and what happens to its signs (protocol.md §9).
import type { HandsetPatch } from '@local-number/simulator-contract'
import { assert, assertEqual } from '../../../assertions'
import { getControls } from '../../fixture'
import type { FlowScenario } from '../../flow-scenario'
import { type ClientEdition, Login, ORIGIN } from '../../login'
import { createMsisdn } from '../../random-values'
import { assertCode, callSuccessfully, startLogin } from '../../scenario'

const EDITION: ClientEdition = 'httpsMiniProgram'
const CALL = { source: 'protocol.md §9', call: 'httpsGetMobile' } as const

const OWNERS = [
  { carrier: 'CU', name: 'unicom', zh: '联通', en: 'China Unicom' },
  { carrier: 'CT', name: 'telecom', zh: '电信', en: 'China Telecom' },
] as const

const OTHER_CARRIERS: readonly FlowScenario[] = OWNERS.map(({ carrier, name, zh, en }) => ({
  ...CALL,
  id: `@httpsGetMobile_103111_${name}` as const,
  title: {
    zh: `用${zh}的数据网络时，HTTPS 版取号返回 103111，并说明是谁家的用户`,
    en: `The HTTPS edition's call answers 103111 on ${en}, and names the operator`,
  },
  needs: ['control', 'https'],
  code: '103111',
  cause: 'otherCarrier',
  recipe: { zh: `把手机换成${zh}卡。`, en: `Give the handset a SIM of ${en}.` },
  setup: [{ handset: { carrier } satisfies HandsetPatch }],
  async runOn(fixture) {
    const { control, handsetId } = getControls(fixture)
    await control.changeHandset(handsetId, { carrier })
    const answer = await new Login(fixture, EDITION).call('httpsGetMobile')
    assertCode(answer, 'httpsGetMobile', '103111')
    assertEqual(answer.msisdnOwner, carrier, 'msisdnOwner')
  },
}))

export const HTTPS_FLOW_SCENARIOS: readonly FlowScenario[] = [
  ...OTHER_CARRIERS,
  {
    ...CALL,
    id: '@httpsGetMobile_103101_another_attempt',
    title: {
      zh: 'sign 是为另一次尝试做的时，HTTPS 版取号返回 103101',
      en: "The HTTPS edition's call answers 103101 to the sign of another attempt",
    },
    needs: ['https'],
    code: '103101',
    cause: 'signedAnotherAttempt',
    recipe: { zh: '用上一次尝试的 sign。', en: 'Send the sign of an earlier attempt.' },
    async runOn(fixture) {
      const earlier = await startLogin(fixture, EDITION)
      const [sign] = earlier.secrets
      const answer = await new Login(fixture, EDITION).httpsGetMobile({ fieldsAfterSigning: { sign } })
      assertCode(answer, 'httpsGetMobile', '103101')
    },
  },
  {
    ...CALL,
    id: '@httpsGetMobile_103000_has_its_ids',
    title: {
      zh: 'HTTPS 版的应答带回请求的 appId、msgId 和 timestamp',
      en: "The HTTPS edition's answer repeats appId, msgId and timestamp",
    },
    needs: ['https'],
    code: '103000',
    async runOn(fixture) {
      const login = new Login(fixture, EDITION)
      const { header } = await callSuccessfully(login, 'httpsGetMobile')
      const { appId, timestamp } = login.ids
      const { appId: app, msgId, timestamp: time } = header
      assertEqual([app, msgId, time], [appId, login.traceId, timestamp], 'appId, msgId and timestamp of the answer')
    },
  },
  {
    ...CALL,
    id: '@httpsGetMobile_103000_cors',
    title: {
      zh: 'HTTPS 版的应答允许页面跨域读取，失败时也一样',
      en: 'Pages of another origin may read the answers of the HTTPS edition, also of a failure',
    },
    needs: ['control', 'https'],
    code: '103000',
    async runOn(fixture) {
      for (const md5 of [undefined, 'noSignature'] as const) {
        const { headers } = await new Login(fixture, 'httpsH5').httpsGetMobile(md5 ? { md5 } : {})
        const allowed = headers['access-control-allow-origin'] ?? ''
        assert(['*', ORIGIN].includes(allowed), 'the answer must allow the origin of the page (CORS)')
      }
    },
  },
  {
    ...CALL,
    id: '@https_answers_hold_no_number',
    title: {
      zh: 'HTTPS 版的应答不带号码和 appKey，也不回显 sign',
      en: 'No answer of the HTTPS edition contains the number, the appKey or the sign',
    },
    basis: 'inferred',
    needs: ['https'],
    code: '103000',
    async runOn(fixture) {
      const login = new Login(fixture, EDITION)
      const typed = createMsisdn()
      const answers = [
        await login.httpsGetMobile({ md5: 'withoutAppKey' }),
        await login.httpsGetMobile(),
        await login.verify({ typed }),
      ]
      const secrets = [fixture.msisdn, typed, fixture.customer.appKey, ...login.secrets]
      const isRepeated = answers.some(({ body }) => secrets.some((text) => body.includes(text)))
      assert(!isRepeated, 'no answer may contain the number, the appKey or the sign')
    },
  },
]
