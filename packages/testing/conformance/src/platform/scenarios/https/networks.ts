// Which phones the HTTPS edition retrieves a number from (protocol.md §9).
import type { CallScenario } from '../../call-scenario'
import { MSISDN_HEADERS } from '../../msisdn-headers'

const CALL = { source: 'protocol.md §9', call: 'httpsGetMobile', edition: 'httpsMiniProgram' } as const

export const HTTPS_NETWORK_SCENARIOS: readonly CallScenario[] = [
  {
    ...CALL,
    id: '@httpsGetMobile_103111_wifi',
    code: '103111',
    cause: 'wifi',
    when: { zh: '手机连着 Wi-Fi', en: 'on Wi-Fi' },
    recipe: { zh: '让手机连上 Wi-Fi。', en: 'Put the handset on Wi-Fi.' },
    setup: [{ handset: { network: 'wifi' } }],
  },
  {
    ...CALL,
    id: '@httpsGetMobile_103111_msisdn_headers_are_not_believed',
    basis: 'inferred',
    code: '103111',
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
    alterations: MSISDN_HEADERS.map((name) => ({ headers: { [name]: '13900139000' } })),
  },
  {
    ...CALL,
    id: '@httpsGetMobile_105002_data_only_sim',
    basis: 'assumed',
    code: '105002',
    cause: 'dataOnlySim',
    when: { zh: '手机里是纯流量卡', en: 'with a data-only SIM' },
    recipe: { zh: '给手机换一张没有号码的流量卡。', en: 'Give the handset a data-only SIM.' },
    setup: [{ handset: { msisdn: null } }],
  },
  {
    ...CALL,
    id: '@httpsGetMobile_103609_iot_sim',
    code: '103609',
    cause: 'iotSim',
    when: { zh: '手机里是物联网卡', en: 'with an IoT SIM' },
    recipe: { zh: '给手机换一张物联网卡。', en: 'Give the handset an IoT SIM.' },
    setup: [{ handset: { iot: true } }],
  },
  {
    ...CALL,
    id: '@httpsGetMobile_111002_blocked_number',
    code: '111002',
    cause: 'numberBlocked',
    when: { zh: '号码在平台的黑名单里', en: "to a number on the platform's black list" },
    recipe: { zh: '把手机的号码放进黑名单。', en: "Put the handset's number on the black list." },
    setup: [{ handset: { blocked: true } }],
  },
  {
    ...CALL,
    id: '@httpsGetMobile_0_no_network',
    source: 'S 2.5.1',
    code: '0',
    cause: 'requestFailed',
    when: { zh: '手机没有网络（收不到应答）', en: 'without a network, because no answer comes' },
    recipe: { zh: '让手机断网。', en: 'Disconnect the handset from the network.' },
    setup: [{ handset: { network: 'none' } }],
  },
  {
    ...CALL,
    id: '@httpsGetMobile_0_beside_wifi_without_mobile_data',
    source: 'protocol.md §8',
    code: '0',
    cause: 'requestFailed',
    when: {
      zh: '手机连着 Wi-Fi、没有移动数据，却要走蜂窝网络（请求发不出去）',
      en: 'over cellular beside Wi-Fi without mobile data, because no request leaves',
    },
    recipe: {
      zh: '让手机连上 Wi-Fi、关掉移动数据，请求带上 `x-simulator-bearer: cellular`。',
      en: 'Put the handset on Wi-Fi without mobile data, and send `x-simulator-bearer: cellular`.',
    },
    setup: [{ handset: { network: 'wifi', mobileData: false } }],
    alterations: [{ headers: { 'x-simulator-bearer': 'cellular' } }],
  },
]
