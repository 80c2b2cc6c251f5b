// What phones do in the middle of a login, and who is believed.
import { type ClientEdition, Login } from '../login'
import { newHandset, newMsisdn } from '../made-up'
import { MSISDN_HEADERS } from '../msisdn-headers'
import { mustAnswer, succeed } from '../row'
import { controlsOf, IMAGE_PARAMS, type Stage } from '../stage'
import type { Story } from '../story'

const EDITION: ClientEdition = 'miniProgram'
const ANOTHER_NUMBER = '13900139000'

/** With another handset, whose hotspot ours is on, for as long as `play` takes. */
async function onHotspotOf(stage: Stage, owner: ReturnType<typeof newHandset>, play: () => Promise<void>) {
  const { control, handsetId } = controlsOf(stage)
  await control.addHandset(owner)
  try {
    await control.changeHandset(handsetId, { network: 'wifi', hotspot: owner.id })
    await play()
  } finally {
    await control.changeHandset(handsetId, { hotspot: null })
    await control.deleteHandset(owner.id)
  }
}

export const PHONE_STORIES: readonly Story[] = [
  {
    id: '@login_001_on_a_hotspot',
    title: {
      zh: '连着别人的热点时，取到的是热点主人的号码',
      en: "On someone's hotspot the number that is taken is the hotspot owner's",
    },
    source: 'protocol.md §3',
    basis: 'inferred',
    needs: ['control'],
    call: 'verify',
    code: '001',
    cause: 'someoneElsesHotspot',
    recipe: {
      zh: '把手机连到另一台手机的热点（hotspot 填那台手机的 id），输入自己的号码。',
      en: "Put the handset on another one's hotspot (`hotspot`: its id), and type your own number.",
    },
    given: [{ handset: { network: 'wifi', hotspot: 'cm-4g' } }],
    async play(stage) {
      const owner = newHandset()
      await onHotspotOf(stage, owner, async () => {
        const [own, owners] = [new Login(stage, EDITION), new Login(stage, EDITION)]
        for (const login of [own, owners]) {
          await succeed(login, 'getMobile')
          await succeed(login, 'getToken')
        }
        mustAnswer(await own.verify(), 'verify', '001')
        await succeed(owners, 'verify', { typed: owner.msisdn ?? '' })
      })
    },
  },
  {
    id: '@getMobile_111002_hotspot_of_a_data_only_sim',
    title: {
      zh: '热点主人用的是纯流量卡时，取号返回 111002',
      en: 'Number taking answers 111002 on the hotspot of a data-only SIM',
    },
    source: 'protocol.md §7',
    basis: 'inferred',
    needs: ['control'],
    call: 'getMobile',
    code: '111002',
    cause: 'dataOnlySim',
    recipe: { zh: '连到一台流量卡手机的热点。', en: 'Put the handset on the hotspot of one with a data-only SIM.' },
    given: [{ handset: { network: 'wifi', hotspot: 'cm-data-only' } }],
    play: (stage) =>
      onHotspotOf(stage, newHandset({ msisdn: null }), async () => {
        mustAnswer(await new Login(stage, EDITION).getMobile(), 'getMobile', '111002')
      }),
  },
  {
    id: '@login_000_sim_changed_on_the_way',
    title: {
      zh: '取号之后换卡，校验的仍是取到的号码',
      en: 'When the SIM changes after the image, the number that was taken counts',
    },
    source: 'protocol.md §3',
    basis: 'inferred',
    needs: ['control'],
    call: 'verify',
    code: '000',
    async play(stage) {
      const { control, handsetId } = controlsOf(stage)
      const [login, other] = [new Login(stage, EDITION), new Login(stage, EDITION)]
      await succeed(login, 'getMobile')
      await succeed(other, 'getMobile')
      const msisdn = newMsisdn()
      await control.changeHandset(handsetId, { msisdn })
      await succeed(login, 'getToken')
      await succeed(login, 'verify')
      await succeed(other, 'getToken')
      mustAnswer(await other.verify({ typed: msisdn }), 'verify', '001')
    },
  },
  {
    id: '@login_000_msisdn_headers_are_not_believed',
    title: {
      zh: '客户端自己写的号码头部不会顶替网关插入的号码',
      en: 'A number that the client writes into headers does not replace the inserted one',
    },
    source: 'protocol.md §3',
    basis: 'inferred',
    needs: ['control'],
    call: 'verify',
    code: '000',
    async play(stage) {
      const login = new Login(stage, EDITION)
      await succeed(login, 'getMobile', {
        headers: Object.fromEntries(MSISDN_HEADERS.map((name) => [name, ANOTHER_NUMBER])),
      })
      await succeed(login, 'getToken')
      await succeed(login, 'verify')
    },
  },
  {
    id: '@login_000_token_asked_too_early',
    title: {
      zh: '图片加载之前获取 token 返回 130030，之后同一组标识仍可用',
      en: 'A token asked for before the image is answered 130030, and the same ids work after it',
    },
    source: 'protocol.md §2',
    call: 'verify',
    code: '000',
    async play(stage) {
      const login = new Login(stage, EDITION)
      mustAnswer(await login.getToken(), 'getToken', '130030')
      await succeed(login, 'getMobile')
      await succeed(login, 'getToken')
      await succeed(login, 'verify')
    },
  },
  {
    id: '@login_000_phone_num_on_production',
    title: {
      zh: '生产线上 expandParams 里的 phoneNum 不顶替手机卡的号码',
      en: "On the production line phoneNum in expandParams does not replace the SIM's number",
    },
    source: 'protocol.md §6',
    needs: ['control'],
    call: 'verify',
    code: '000',
    async play(stage) {
      const fields = { expandParams: IMAGE_PARAMS.test(ANOTHER_NUMBER) }
      const [own, others] = [new Login(stage, EDITION), new Login(stage, EDITION)]
      for (const login of [own, others]) {
        await succeed(login, 'getMobile', { fields })
        await succeed(login, 'getToken')
      }
      await succeed(own, 'verify')
      mustAnswer(await others.verify({ typed: ANOTHER_NUMBER }), 'verify', '001')
    },
  },
]
