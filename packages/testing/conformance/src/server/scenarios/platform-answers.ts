// Invalid answers of the platform: they must give neither verified nor notThisNumber (protocol.md §5).

import type { FaultEffect } from '@local-number/simulator-contract'
import { assertEqual } from '../../assertions'
import type { Basis, Need } from '../../scenario'
import { Login } from '../login'
import { assertUnavailable } from '../outcome'
import { echoCode, type RelayFault, type VerifyCall } from '../relay'
import { startLogin, withRelay } from '../scenario'
import type { ServerPhone, ServerSubject } from '../subject'
import type { ServerScenarios } from './types'

interface InvalidAnswer {
  readonly id: `@${string}`
  readonly zh: string
  readonly en: string
  readonly basis?: Basis
  readonly faults: readonly RelayFault[]
  /** The simulator's fault with the same effect, for runs without a relay. */
  readonly effect?: FaultEffect
}

type Header = Readonly<Record<string, unknown>>

const answerCode = (resultCode: unknown): RelayFault => ({ answer: (call) => echoCode(call, resultCode) })

/** Answers 000 and 001 with a changed header. */
const changeHeader = (change: (header: Header) => unknown): readonly RelayFault[] =>
  ['000', '001'].map((resultCode) => ({
    answer: ({ header: { msgId, timestamp, appId } }) =>
      JSON.stringify({ header: change({ msgId, timestamp, appId, resultCode }), body: { resultDesc: '' } }),
  }))

const composeSuccess = (call: VerifyCall) => echoCode(call, '000')

const INVALID_ANSWERS: readonly InvalidAnswer[] = [
  {
    id: '@server_answer_000000',
    zh: '000000（其他接口的成功码）',
    en: '000000, the success code of other calls,',
    faults: ['000000', '103000'].map(answerCode),
    effect: { code: '000000' },
  },
  {
    id: '@server_answer_0000',
    zh: '0000、0、00 等近似的文本',
    en: '0000 or similar text',
    faults: ['0000', '0', '', ' 000', '000 ', 'true'].map(answerCode),
    effect: { code: '0000' },
  },
  {
    id: '@server_answer_number_zero',
    zh: '数字 0 或其他类型的返回码',
    en: 'the number 0, or another code that is not text,',
    faults: [0, 1, true, null, ['000'], { code: '000' }].map(answerCode),
  },
  {
    id: '@server_answer_html',
    zh: 'HTML 页面',
    en: 'an HTML page',
    faults: [{ answer: (call) => `<html><body>${composeSuccess(call)}</body></html>`, type: 'text/html' }],
  },
  {
    id: '@server_answer_redirect',
    zh: '重定向（且不得跟随）',
    en: 'a redirect, which must not be followed,',
    faults: [301, 302, 303, 307].map((redirect) => ({ redirect })),
  },
  {
    id: '@server_answer_no_header',
    zh: '缺少 header 的应答',
    en: 'an answer without a header',
    faults: [
      ...changeHeader(() => undefined),
      ...changeHeader(() => null),
      ...changeHeader((header) => [header]),
      ...[null, [], '000', 0, { resultCode: '000' }].map((answer) => ({ answer: () => JSON.stringify(answer) })),
    ],
  },
  {
    id: '@server_answer_foreign_msgid',
    zh: 'msgId 不是本次请求的应答',
    en: 'an answer with another msgId, or none',
    faults: [
      ...changeHeader((header) => ({ ...header, msgId: 'f'.repeat(32) })),
      ...changeHeader(({ msgId: _, ...header }) => header),
      ...changeHeader((header) => ({ ...header, msgId: [header.msgId] })),
    ],
    effect: { wrongMsgId: true },
  },
  {
    id: '@server_answer_foreign_appid',
    zh: 'appId 不是本应用的应答',
    en: 'an answer with another appId, or none',
    faults: [
      ...changeHeader((header) => ({ ...header, appId: '300000000000' })),
      ...changeHeader(({ appId: _, ...header }) => header),
    ],
  },
  {
    id: '@server_answer_malformed',
    zh: '不完整的 JSON',
    en: 'incomplete JSON, or JSON with additional characters,',
    faults: [
      { answer: (call) => composeSuccess(call).slice(0, -1) },
      { answer: (call) => `${composeSuccess(call)}${composeSuccess(call)}` },
      { answer: (call) => `callback(${composeSuccess(call)})` },
      { answer: () => '' },
    ],
    effect: { malformedJson: true },
  },
  {
    id: '@server_answer_http_error',
    zh: 'HTTP 200 以外的状态',
    en: 'an HTTP status other than 200',
    faults: [500, 502, 404, 203].map((status) => ({ answer: composeSuccess, status })),
    effect: { status: 503 },
  },
  {
    id: '@server_answer_code_in_body',
    zh: '返回码写在 body 里、header 里没有的应答',
    en: 'an answer with its code in the body instead of the header',
    faults: ['000', '001'].map((resultCode) => ({
      answer: ({ header: { msgId, timestamp, appId } }) =>
        JSON.stringify({ header: { msgId, timestamp, appId }, resultCode, body: { resultCode, resultDesc: '' } }),
    })),
  },
  {
    id: '@server_answer_too_large',
    zh: '大得不合情理的应答',
    en: 'an answer of a megabyte',
    basis: 'ours',
    faults: [{ answer: (call) => `${composeSuccess(call).slice(0, -1)},"padding":"${'x'.repeat(1_000_000)}"}` }],
  },
  {
    id: '@server_answer_dropped',
    zh: '连接中断',
    en: 'a closed connection',
    faults: [{ connection: 'closed' }],
    effect: { drop: 'answer' },
  },
  {
    id: '@server_answer_hanging',
    zh: '平台一直不应答（十秒内须有结果）',
    en: 'a platform that does not answer, which must be reported within ten seconds,',
    faults: [{ connection: 'silent' }],
    effect: { delayMs: 60_000 },
  },
  {
    id: '@server_answer_dribbles',
    zh: '应答开了头就没有下文（十秒内须有结果）',
    en: 'an answer that stops after its headers, which must be reported within ten seconds,',
    basis: 'inferred',
    faults: [{ connection: 'stalled' }],
    effect: { slowBodyMs: 60_000 },
  },
]

export const platformAnswerScenarios: ServerScenarios = INVALID_ANSWERS.map((answer) => ({
  id: answer.id,
  title: {
    zh: `${answer.zh}不算校验结果`,
    en: `${answer.en} gives neither verified nor notThisNumber`,
  },
  source: 'protocol.md §5',
  basis: answer.basis ?? 'inferred',
  needs: ['control', ...(answer.effect ? [] : (['relay'] satisfies Need[]))] as const,
  run: (subject) => run(answer, subject),
}))

async function run(answer: InvalidAnswer, subject: ServerSubject): Promise<void> {
  if (!subject.hasRelay) return runOnSimulator(answer, subject)
  const phone = await subject.addPhone()
  for (const fault of answer.faults) await withRelay(subject, () => runFault(fault, answer, { subject, phone }))
}

interface FaultRun {
  readonly subject: ServerSubject
  readonly phone: ServerPhone
}

async function runFault(fault: RelayFault, { en }: InvalidAnswer, { subject, phone }: FaultRun): Promise<void> {
  const login = await new Login(subject, phone).beginWithoutPlatform()
  subject.relay.setFault(fault)
  assertUnavailable(await login.verify(), en)
  assertEqual(subject.relay.redirected, 0, 'the number of followed redirects')
}

async function runOnSimulator({ effect = {}, en }: InvalidAnswer, subject: ServerSubject): Promise<void> {
  const login = await startLogin(subject)
  const { id } = await subject.control.addFault({ call: 'verify', effect, handset: login.phone.id, times: null })
  try {
    assertUnavailable(await login.verify(), en)
  } finally {
    await subject.control.deleteFault(id)
  }
}
