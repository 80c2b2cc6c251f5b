// What is no yes: every answer of the platform but 000 with our own ids, however friendly it looks (protocol.md §5).
import { mustEqual } from '../../must'
import type { Basis, Need } from '../../scenario'
import { Login } from '../login'
import { mustNotJudge } from '../outcome'
import { echoing, type RelayFault, type VerifyCall } from '../relay'
import { newLogin, watched } from '../scenario'
import type { ServerPhone, ServerSubject } from '../subject'
import type { ServerScenarios } from './types'

interface NoYes {
  readonly id: `@${string}`
  readonly zh: string
  readonly en: string
  readonly basis?: Basis
  readonly faults: readonly RelayFault[]
  /** The same, done by the simulator where there is no relay. */
  readonly effect?: Readonly<Record<string, string | number | true>>
}

type Header = Readonly<Record<string, unknown>>

const code = (resultCode: unknown): RelayFault => ({ say: (call) => echoing(call, resultCode) })

/** A yes and a no of this SIM, whose header is not what it should be. */
const withHeader = (change: (header: Header) => unknown): readonly RelayFault[] =>
  ['000', '001'].map((resultCode) => ({
    say: ({ header: { msgId, timestamp, appId } }) =>
      JSON.stringify({ header: change({ msgId, timestamp, appId, resultCode }), body: { resultDesc: '' } }),
  }))

const yes = (call: VerifyCall) => echoing(call, '000')

const NO_YES: readonly NoYes[] = [
  {
    id: '@server_answer_000000',
    zh: '000000（其他接口的成功码）',
    en: "000000, the other calls' success",
    faults: ['000000', '103000'].map(code),
    effect: { code: '000000' },
  },
  {
    id: '@server_answer_0000',
    zh: '0000、0、00 等近似的文本',
    en: '0000 and other texts that come near',
    faults: ['0000', '0', '', ' 000', '000 ', 'true'].map(code),
    effect: { code: '0000' },
  },
  {
    id: '@server_answer_number_zero',
    zh: '数字 0 或其他类型的返回码',
    en: 'the number 0, and codes that are no texts',
    faults: [0, 1, true, null, ['000'], { code: '000' }].map(code),
  },
  {
    id: '@server_answer_html',
    zh: 'HTML 页面',
    en: 'an HTML page',
    faults: [{ say: (call) => `<html><body>${yes(call)}</body></html>`, type: 'text/html' }],
  },
  {
    id: '@server_answer_redirect',
    zh: '重定向（且不得跟随）',
    en: 'a redirect, which is not followed',
    faults: [301, 302, 303, 307].map((redirect) => ({ redirect })),
  },
  {
    id: '@server_answer_no_header',
    zh: '缺少 header 的应答',
    en: 'an answer without a header',
    faults: [
      ...withHeader(() => undefined),
      ...withHeader(() => null),
      ...withHeader((header) => [header]),
      ...[null, [], '000', 0, { resultCode: '000' }].map((answer) => ({ say: () => JSON.stringify(answer) })),
    ],
  },
  {
    id: '@server_answer_foreign_msgid',
    zh: 'msgId 不是本次请求的应答',
    en: 'an answer with another msgId, or none',
    faults: [
      ...withHeader((header) => ({ ...header, msgId: 'f'.repeat(32) })),
      ...withHeader(({ msgId: _, ...header }) => header),
      ...withHeader((header) => ({ ...header, msgId: [header.msgId] })),
    ],
    effect: { wrongMsgId: true },
  },
  {
    id: '@server_answer_foreign_appid',
    zh: 'appId 不是本应用的应答',
    en: 'an answer with another appId, or none',
    faults: [
      ...withHeader((header) => ({ ...header, appId: '300000000000' })),
      ...withHeader(({ appId: _, ...header }) => header),
    ],
  },
  {
    id: '@server_answer_malformed',
    zh: '不完整的 JSON',
    en: 'JSON that is cut off or followed by more',
    faults: [
      { say: (call) => yes(call).slice(0, -1) },
      { say: (call) => `${yes(call)}${yes(call)}` },
      { say: (call) => `callback(${yes(call)})` },
      { say: () => '' },
    ],
    effect: { malformedJson: true },
  },
  {
    id: '@server_answer_http_error',
    zh: 'HTTP 200 以外的状态',
    en: 'an HTTP status other than 200',
    faults: [500, 502, 404, 203].map((status) => ({ say: yes, status })),
    effect: { status: 503 },
  },
  {
    id: '@server_answer_code_in_body',
    zh: '返回码写在 body 里、header 里没有的应答',
    en: 'an answer whose code stands in the body, and in no header',
    faults: ['000', '001'].map((resultCode) => ({
      say: ({ header: { msgId, timestamp, appId } }) =>
        JSON.stringify({ header: { msgId, timestamp, appId }, resultCode, body: { resultCode, resultDesc: '' } }),
    })),
  },
  {
    id: '@server_answer_too_large',
    zh: '大得不合情理的应答',
    en: 'an answer of a megabyte',
    basis: 'ours',
    faults: [{ say: (call) => `${yes(call).slice(0, -1)},"padding":"${'x'.repeat(1_000_000)}"}` }],
  },
  {
    id: '@server_answer_dropped',
    zh: '连接中断',
    en: 'a connection that is dropped',
    faults: [{ lost: 'dropped' }],
    effect: { drop: 'answer' },
  },
  {
    id: '@server_answer_hanging',
    zh: '平台一直不应答（十秒内须有结果）',
    en: 'a platform that does not answer, and the page hears so within ten seconds',
    faults: [{ lost: 'hanging' }],
    effect: { delayMs: 60_000 },
  },
  {
    id: '@server_answer_dribbles',
    zh: '应答开了头就没有下文（十秒内须有结果）',
    en: 'an answer that stops after its headers, and the page hears so within ten seconds',
    basis: 'inferred',
    faults: [{ lost: 'stalling' }],
    effect: { slowBodyMs: 60_000 },
  },
]

export const platformAnswerScenarios: ServerScenarios = NO_YES.map((row) => ({
  id: row.id,
  title: { zh: `${row.zh}不是「是」`, en: `${row.en}: no yes` },
  source: 'protocol.md §5',
  basis: row.basis ?? 'inferred',
  needs: ['control', ...(row.effect ? [] : (['relay'] satisfies Need[]))] as const,
  run: (subject) => run(row, subject),
}))

async function run(row: NoYes, subject: ServerSubject): Promise<void> {
  if (!subject.hasRelay) return runOnSimulator(row, subject)
  const phone = await subject.newPhone()
  for (const fault of row.faults) await watched(subject, () => meet(fault, row, { subject, phone }))
}

interface Parties {
  readonly subject: ServerSubject
  readonly phone: ServerPhone
}

async function meet(fault: RelayFault, { en }: NoYes, { subject, phone }: Parties): Promise<void> {
  const login = await new Login(subject, phone).beginWithoutPlatform()
  subject.relay.fault(fault)
  mustNotJudge(await login.verify(), en)
  mustEqual(subject.relay.strayed, 0, 'the number of redirects that were followed')
}

async function runOnSimulator({ effect = {}, en }: NoYes, subject: ServerSubject): Promise<void> {
  const login = await newLogin(subject)
  const { id } = await subject.control.addFault({ call: 'verify', effect, handset: login.phone.id, times: null })
  try {
    mustNotJudge(await login.verify(), en)
  } finally {
    await subject.control.deleteFault(id)
  }
}
