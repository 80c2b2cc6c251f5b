// Which number the gateway inserts, and when it inserts none (S FAQ 2 and 3).
import type { CauseId } from '@local-number/protocol/return-codes'
import type { HandsetPatch } from '@local-number/simulator-contract'
import type { Localized } from '../../localized'
import type { CallScenario } from '../call-scenario'
import { IMAGE_PARAMS } from '../fixture'
import { MSISDN_HEADERS } from '../msisdn-headers'

interface UnsupportedNetwork {
  readonly name: string
  readonly cause: CauseId
  readonly source: string
  readonly when: Localized
  readonly recipe: Localized
  readonly handset: HandsetPatch
  readonly openType?: '0'
}

const UNSUPPORTED_NETWORKS: readonly UnsupportedNetwork[] = [
  {
    name: 'wifi',
    cause: 'wifi',
    source: 'S FAQ 3',
    when: { zh: '手机连着 Wi-Fi', en: 'on Wi-Fi' },
    recipe: { zh: '让手机连上 Wi-Fi。', en: 'Put the handset on Wi-Fi.' },
    handset: { network: 'wifi' },
  },
  {
    name: 'wifi_three_networks',
    cause: 'wifi',
    source: 'S FAQ 3',
    when: { zh: '手机连着 Wi-Fi（三网取号也一样）', en: 'on Wi-Fi, also with openType 0' },
    recipe: { zh: '让手机连上 Wi-Fi。', en: 'Put the handset on Wi-Fi.' },
    handset: { network: 'wifi' },
    openType: '0',
  },
  {
    name: 'unicom',
    cause: 'otherCarrier',
    source: 'S FAQ 2',
    when: { zh: '用联通的数据网络', en: 'on China Unicom' },
    recipe: { zh: '把手机换成联通卡。', en: 'Give the handset a SIM of China Unicom.' },
    handset: { carrier: 'CU' },
  },
  {
    name: 'telecom',
    cause: 'otherCarrier',
    source: 'S FAQ 2',
    when: { zh: '用电信的数据网络', en: 'on China Telecom' },
    recipe: { zh: '把手机换成电信卡。', en: 'Give the handset a SIM of China Telecom.' },
    handset: { carrier: 'CT' },
  },
  {
    name: 'data_only_sim',
    cause: 'dataOnlySim',
    source: 'protocol.md §7',
    when: { zh: '手机里是纯流量卡', en: 'with a data-only SIM' },
    recipe: { zh: '给手机换一张没有号码的流量卡。', en: 'Give the handset a data-only SIM.' },
    handset: { msisdn: null },
  },
]

const NOT_INSERTED: readonly CallScenario[] = UNSUPPORTED_NETWORKS.map(({ name, handset, openType, ...facts }) => ({
  ...facts,
  id: `@getMobile_111002_${name}` as const,
  call: 'getMobile',
  code: '111002',
  setup: [{ handset }],
  alterations: [{ fields: openType ? { openType } : {} }],
}))

const THREE_NETWORKS: readonly CallScenario[] = (['CU', 'CT'] as const).map((carrier) => ({
  id: `@getMobile_000000_three_networks_${carrier.toLowerCase()}` as const,
  source: 'S 2.5.1',
  call: 'getMobile',
  code: '000000',
  title: {
    zh: `openType 为 0 时可以取到${carrier === 'CU' ? '联通' : '电信'}的号码`,
    en: `Number retrieval with openType 0 works on China ${carrier === 'CU' ? 'Unicom' : 'Telecom'}`,
  },
  when: { zh: '三网取号', en: 'with openType 0' },
  handset: { carrier },
  alterations: [{ fields: { openType: '0' } }],
}))

/** A phone that cannot name its network may be on a cellular one. */
const CELLULAR: readonly CallScenario[] = (['2g', '3g', '4g', 'unknown'] as const).map((network) => ({
  id: `@getMobile_000000_on_${network}` as const,
  source: 'protocol.md §8',
  basis: 'inferred',
  call: 'getMobile',
  code: '000000',
  title: {
    zh: network === 'unknown' ? '手机说不出是什么网络时也能取号' : `${network.toUpperCase()} 网络可以取号`,
    en: `Number retrieval works on ${network === 'unknown' ? 'a network that the phone cannot name' : network.toUpperCase()}`,
  },
  when: { zh: `${network} 网络`, en: `on ${network}` },
  handset: { network },
}))

const OTHERS: readonly CallScenario[] = [
  {
    id: '@getMobile_111002_msisdn_headers_are_not_believed',
    source: 'protocol.md §3',
    basis: 'inferred',
    call: 'getMobile',
    code: '111002',
    cause: 'wifi',
    when: {
      zh: '手机连着 Wi-Fi、客户端自己写了号码头部',
      en: 'on Wi-Fi, also when the client sends a number in headers',
    },
    recipe: {
      zh: '在 Wi-Fi 下自己加上 x-up-calling-line-id 之类的头部：平台不信客户端写的号码。',
      en: 'On Wi-Fi, send headers such as x-up-calling-line-id yourself: the platform ignores numbers from a client.',
    },
    setup: [{ handset: { network: 'wifi' } }],
    alterations: [
      ...MSISDN_HEADERS.map((name) => ({ headers: { [name]: '13900139000' } })),
      { fields: { msisdn: '13900139000' } },
    ],
  },
  {
    id: '@getMobile_111002_phone_num_on_production',
    source: 'protocol.md §6',
    call: 'getMobile',
    code: '111002',
    cause: 'wifi',
    when: {
      zh: '生产线上手机连着 Wi-Fi、expandParams 里写了 phoneNum',
      en: 'on Wi-Fi, also when a production page sends phoneNum',
    },
    recipe: {
      zh: '在 Wi-Fi 下让 expandParams 为 `callType=6005|phoneNum=13900139000`：只有测试线看 phoneNum。',
      en: 'On Wi-Fi, send expandParams `callType=6005|phoneNum=13900139000`: only the test line reads phoneNum.',
    },
    setup: [{ handset: { network: 'wifi' } }],
    alterations: [{ fields: { expandParams: IMAGE_PARAMS.test('13900139000') } }],
  },
  {
    id: '@getMobile_0_no_network',
    source: 'S 2.5.1',
    call: 'getMobile',
    code: '0',
    when: { zh: '手机没有网络（收不到应答）', en: 'without a network, because no answer comes' },
    recipe: { zh: '让手机断网。', en: 'Disconnect the handset from the network.' },
    setup: [{ handset: { network: 'none' } }],
  },
  {
    id: '@getToken_0_no_network',
    source: 'S 2.5.1',
    call: 'getToken',
    code: '0',
    cause: 'requestFailed',
    when: { zh: '手机没有网络（收不到应答）', en: 'without a network, because no answer comes' },
    recipe: { zh: '取号之后让手机断网。', en: 'Disconnect the handset from the network after the image has loaded.' },
    setup: [{ handset: { network: 'none' } }],
  },
]

export const NETWORK_SCENARIOS: readonly CallScenario[] = [...NOT_INSERTED, ...CELLULAR, ...THREE_NETWORKS, ...OTHERS]
