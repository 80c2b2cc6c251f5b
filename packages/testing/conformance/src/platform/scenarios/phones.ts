// What can happen to a phone during a login, and which numbers count.
import type { Handset } from '@local-number/simulator-contract'
import { type Fixture, getControls, IMAGE_PARAMS } from '../fixture'
import type { FlowScenario } from '../flow-scenario'
import { type ClientEdition, Login } from '../login'
import { MSISDN_HEADERS } from '../msisdn-headers'
import { createHandset, createMsisdn } from '../random-values'
import { assertCode, callSuccessfully, startLogin } from '../scenario'

const EDITION: ClientEdition = 'miniProgram'
const ANOTHER_NUMBER = '13900139000'

/** Connects the fixture's handset to the hotspot of another handset while the steps run. */
async function withHotspot(fixture: Fixture, owner: Handset, run: () => Promise<void>) {
  const { control, handsetId } = getControls(fixture)
  await control.addHandset(owner)
  try {
    await control.changeHandset(handsetId, { network: 'wifi', hotspot: owner.id })
    await run()
  } finally {
    await control.changeHandset(handsetId, { hotspot: null })
    await control.deleteHandset(owner.id)
  }
}

export const PHONE_SCENARIOS: readonly FlowScenario[] = [
  {
    id: '@login_001_on_a_hotspot',
    title: {
      zh: '连着别人的热点时，取到的是热点主人的号码',
      en: "On a hotspot, the retrieved number is that of the hotspot's owner",
    },
    source: 'protocol.md §3',
    basis: 'inferred',
    needs: ['control'],
    call: 'verify',
    code: '001',
    cause: 'someoneElsesHotspot',
    recipe: {
      zh: '把手机连到另一台手机的热点（hotspot 填那台手机的 id），输入自己的号码。',
      en: "Connect the handset to another handset's hotspot (`hotspot`: its id), and type the handset's own number.",
    },
    setup: [{ handset: { network: 'wifi', hotspot: 'cm-4g' } }],
    async runOn(fixture) {
      const owner = createHandset()
      await withHotspot(fixture, owner, async () => {
        const [own, owners] = [await startLogin(fixture), await startLogin(fixture)]
        assertCode(await own.verify(), 'verify', '001')
        await callSuccessfully(owners, 'verify', { typed: owner.msisdn ?? '' })
      })
    },
  },
  {
    id: '@getMobile_111002_hotspot_of_a_data_only_sim',
    title: {
      zh: '热点主人用的是纯流量卡时，取号返回 111002',
      en: 'Number retrieval answers 111002 on the hotspot of a data-only SIM',
    },
    source: 'protocol.md §7',
    basis: 'inferred',
    needs: ['control'],
    call: 'getMobile',
    code: '111002',
    cause: 'dataOnlySim',
    recipe: {
      zh: '连到一台流量卡手机的热点。',
      en: 'Connect the handset to the hotspot of a handset with a data-only SIM.',
    },
    setup: [{ handset: { network: 'wifi', hotspot: 'cm-data-only' } }],
    runOn: (fixture) =>
      withHotspot(fixture, createHandset({ msisdn: null }), async () => {
        assertCode(await new Login(fixture, EDITION).getMobile(), 'getMobile', '111002')
      }),
  },
  {
    id: '@login_000_sim_changed_on_the_way',
    title: {
      zh: '取号之后换卡，校验的仍是取到的号码',
      en: 'When the SIM changes after number retrieval, the retrieved number counts',
    },
    source: 'protocol.md §3',
    basis: 'inferred',
    needs: ['control'],
    call: 'verify',
    code: '000',
    async runOn(fixture) {
      const { control, handsetId } = getControls(fixture)
      const [login, other] = [new Login(fixture, EDITION), new Login(fixture, EDITION)]
      await callSuccessfully(login, 'getMobile')
      await callSuccessfully(other, 'getMobile')
      const msisdn = createMsisdn()
      await control.changeHandset(handsetId, { msisdn })
      await callSuccessfully(login, 'getToken')
      await callSuccessfully(login, 'verify')
      await callSuccessfully(other, 'getToken')
      assertCode(await other.verify({ typed: msisdn }), 'verify', '001')
    },
  },
  {
    id: '@login_000_msisdn_headers_are_not_believed',
    title: {
      zh: '客户端自己写的号码头部不会顶替网关插入的号码',
      en: 'A number that the client sends in headers does not replace the inserted one',
    },
    source: 'protocol.md §3',
    basis: 'inferred',
    needs: ['control'],
    call: 'verify',
    code: '000',
    async runOn(fixture) {
      const login = new Login(fixture, EDITION)
      await callSuccessfully(login, 'getMobile', {
        headers: Object.fromEntries(MSISDN_HEADERS.map((name) => [name, ANOTHER_NUMBER])),
      })
      await callSuccessfully(login, 'getToken')
      await callSuccessfully(login, 'verify')
    },
  },
  {
    id: '@login_000_token_asked_too_early',
    title: {
      zh: '图片加载之前获取 token 返回 130030，之后同一组标识仍可用',
      en: 'A token request before the image is answered 130030, and the same ids work after the image',
    },
    source: 'protocol.md §2',
    basis: 'inferred',
    call: 'verify',
    code: '000',
    async runOn(fixture) {
      const login = new Login(fixture, EDITION)
      assertCode(await login.getToken(), 'getToken', '130030')
      await callSuccessfully(login, 'getMobile')
      await callSuccessfully(login, 'getToken')
      await callSuccessfully(login, 'verify')
    },
  },
  {
    id: '@login_000_phone_num_on_production',
    title: {
      zh: '生产线上 expandParams 里的 phoneNum 不顶替手机卡的号码',
      en: "On the production line, phoneNum in expandParams does not replace the SIM's number",
    },
    source: 'protocol.md §6',
    needs: ['control'],
    call: 'verify',
    code: '000',
    async runOn(fixture) {
      const fields = { expandParams: IMAGE_PARAMS.test(ANOTHER_NUMBER) }
      const [own, others] = [new Login(fixture, EDITION), new Login(fixture, EDITION)]
      for (const login of [own, others]) {
        await callSuccessfully(login, 'getMobile', { fields })
        await callSuccessfully(login, 'getToken')
      }
      await callSuccessfully(own, 'verify')
      assertCode(await others.verify({ typed: ANOTHER_NUMBER }), 'verify', '001')
    },
  },
]
