// The registry as a Markdown page, one per language. Pure: `generate-return-codes.ts` writes what this returns. What
// the login does after a verification comes from its transition table, so that the page cannot say anything else.
import {
  createInitialState,
  type EventOf,
  type LoginFacts,
  type LoginState,
  type StateOf,
  transition,
} from '@local-number/login'
import { type Msisdn, parseMsisdn } from '@local-number/protocol'
import { ADVICE, advise, type Locale } from '@local-number/protocol/advice'
import {
  CALLS,
  type Call,
  lookUp,
  RETURN_CODES,
  type ReturnCode,
  type VerifyOutcome,
} from '@local-number/protocol/return-codes'

/** In the order of the page. */
type Column = 'code' | 'meaning' | 'remedy' | 'causes' | 'actor' | 'outcome' | 'sources'

interface Labels {
  readonly title: string
  readonly intro: string
  readonly calls: Readonly<Record<Call, string>>
  readonly columns: Readonly<Record<Column, string>>
  readonly sameAs: (code: string) => string
  readonly appendix: string
  /** Below the tables of the phone's calls. */
  readonly afterFailure: Readonly<Record<Exclude<Call, 'verify'>, string>>
  readonly outcomesTitle: string
  readonly outcomes: Readonly<Record<'outcome' | 'next' | 'otherwise', string>>
  readonly retry: (target: string | null) => string
  readonly unknownTitle: string
  readonly unknownOutcome: (outcome: VerifyOutcome) => string
  readonly sourcesTitle: string
  readonly sources: Readonly<Record<'S' | 'M' | 'G' | 'H' | 'V' | 'W', string>>
}

const zhCN: Labels = {
  title: '返回码',
  intro: '按“调用 + 返回码”查阅：同一个返回码出现在不同的调用里，原因和处理办法可能不同。',
  calls: {
    getMobile: '取号（getMobile，零尺寸图片）',
    getToken: '获取 token（getToken）',
    httpsGetMobile: 'HTTPS 版取号（httpsGetMobile，POST /h5/getMobile）',
    verify: '本机号码校验（verify）',
  },
  columns: {
    code: '返回码',
    meaning: '含义',
    remedy: '处理办法',
    causes: '可能的原因与排查',
    actor: '谁来处理',
    outcome: '校验结果',
    sources: '来源',
  },
  sameAs: (code) => `同 \`${code}\``,
  appendix: '附录',
  afterFailure: {
    getMobile: '页面只看得到 `500`：登录转入其他登录方式，原因是 `numberRetrievalFailed`。',
    getToken:
      '失败之后登录转入其他登录方式：原因是 `tokenRefused`；`0` 和 `500` 表示没有应答，原因是 `carrierUnreachable`。',
    httpsGetMobile:
      '失败之后登录转入其他登录方式：`103111` 带有 `msisdnOwner`（`CU` 或 `CT`）时原因是 `otherCarrier`，否则是 `numberRetrievalFailed`；其他返回码见 `packages/login/src/https-failures.ts`。',
  },
  outcomesTitle: '登录如何处理校验结果',
  outcomes: { outcome: '校验结果', next: '登录进入', otherwise: '已经换过 token，或次数已用完时' },
  retry: (target) => (target === null ? '，不可重试' : `，重试回到 \`${target}\``),
  unknownTitle: '文档没有列出的返回码',
  unknownOutcome: (outcome) => `校验时，结果为 \`${outcome}\`。`,
  sourcesTitle: '来源',
  sources: {
    S: '《H5 本机号码校验微信小程序》集成文档，后面是章节',
    M: '同一产品应用版的公开文档，后面是章节',
    G: '运营商小程序版 JSSDK 的行为',
    H: '运营商 H5 版 JSSDK 的行为',
    V: '使用同一平台的服务商的公开文档',
    W: '微信小程序文档',
  },
}

const en: Labels = {
  title: 'Return codes',
  intro: 'Look a code up by its call: the same code in another call can have other causes and another remedy.',
  calls: {
    getMobile: 'Number retrieval (getMobile, the zero-size image)',
    getToken: 'The token (getToken)',
    httpsGetMobile: 'Number and token in the HTTPS edition (httpsGetMobile, POST /h5/getMobile)',
    verify: 'The verification (verify)',
  },
  columns: {
    code: 'Code',
    meaning: 'Meaning',
    remedy: 'Remedy',
    causes: 'Causes and what to check',
    actor: 'Who acts',
    outcome: 'Outcome',
    sources: 'Source',
  },
  sameAs: (code) => `same as \`${code}\``,
  appendix: 'appendix',
  afterFailure: {
    getMobile: 'The page sees `500` alone: the login goes to the fallback with reason `numberRetrievalFailed`.',
    getToken:
      'After a failure the login goes to the fallback with reason `tokenRefused`. `0` and `500` mean that there was no answer: the reason is `carrierUnreachable`.',
    httpsGetMobile:
      'After a failure the login goes to the fallback: with reason `otherCarrier` for `103111` with `msisdnOwner` `CU` or `CT`, else with `numberRetrievalFailed`. `packages/login/src/https-failures.ts` has the reasons of the other codes.',
  },
  outcomesTitle: 'What the login does with an outcome',
  outcomes: { outcome: 'Outcome', next: 'The login goes to', otherwise: 'With a renewed token, or no attempts left' },
  retry: (target) => (target === null ? ', no retry' : `, a retry leads to \`${target}\``),
  unknownTitle: 'Codes that no document lists',
  unknownOutcome: (outcome) => `In a verification, the outcome is \`${outcome}\`.`,
  sourcesTitle: 'Sources',
  sources: {
    S: "the carrier's integration document of the mini-program edition, with its section",
    M: "public documents of the same product's app edition, with their section",
    G: "behavior of the carrier's mini-program JSSDK",
    H: "behavior of the carrier's H5 JSSDK",
    V: 'public documents of vendors on the same platform',
    W: "WeChat's mini-program documents",
  },
}

const LABELS: Readonly<Record<Locale, Labels>> = { 'zh-CN': zhCN, en }

/** The whole page in one language, ending in a newline. */
export function renderReturnCodes(locale: Locale): string {
  const labels = LABELS[locale]
  const sections = [
    '<!-- Written by scripts/generate-return-codes.ts from packages/protocol: change it there. -->',
    `# ${labels.title}`,
    labels.intro,
    ...CALLS.flatMap((call) => [
      `## ${labels.calls[call]}`,
      renderCodes(call, locale),
      ...(call === 'verify' ? [] : [labels.afterFailure[call]]),
    ]),
    `### ${labels.outcomesTitle}`,
    renderOutcomes(labels),
    `## ${labels.unknownTitle}`,
    renderUnknown(locale),
    `## ${labels.sourcesTitle}`,
    Object.entries(labels.sources)
      .map(([letter, text]) => `- **${letter}**: ${text}`)
      .join('\n'),
  ]
  return `${sections.join('\n\n')}\n`
}

function renderCodes(call: Call, locale: Locale): string {
  const { columns } = LABELS[locale]
  const shown = (Object.keys(columns) as Column[]).filter((column) => call === 'verify' || column !== 'outcome')
  const rows = RETURN_CODES[call].map((row: ReturnCode) => renderCells(row, locale))
  return renderTable(
    shown.map((column) => columns[column]),
    rows.map((row) => shown.map((column) => row[column])),
  )
}

function renderTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

function renderCells(row: ReturnCode, locale: Locale): Record<Column, string> {
  const { actors } = ADVICE[locale]
  const { sameAs, appendix } = LABELS[locale]
  const { meaning, remedy, causes } = advise(row, locale)
  return {
    code: `\`${row.code}\`${row.sameAs ? `<br>${sameAs(row.sameAs)}` : ''}`,
    meaning: escapeCell(meaning),
    remedy: escapeCell(remedy),
    causes:
      causes
        .map((one) => `• ${escapeCell(one.cause)} → ${escapeCell(one.remedy)} (${actors[one.actor]})`)
        .join('<br>') || '–',
    actor: actors[row.actor],
    outcome: `\`${row.outcome}\``,
    sources: row.sources.map((source) => source.replace('appendix', appendix)).join(', '),
  }
}

const FACTS: LoginFacts = createInitialState('', { phone: '13800138000', remembered: false })

/** Ordered from the best outcome to the worst; a missing one does not compile. */
const OUTCOMES: Readonly<Record<VerifyOutcome, true>> = {
  verified: true,
  notThisNumber: true,
  staleToken: true,
  dailyLimit: true,
  unavailable: true,
}

function renderOutcomes(labels: Labels): string {
  const { outcome: title, next, otherwise } = labels.outcomes
  const rows = (Object.keys(OUTCOMES) as VerifyOutcome[]).map((outcome) => {
    const [first, last] = [
      enterAfter(outcome, { renewed: false, attemptsLeft: 1 }),
      enterAfter(outcome, { renewed: true, attemptsLeft: 0 }),
    ].map((state) => renderState(state, labels))
    return [`\`${outcome}\``, first ?? '', last === first ? '' : (last ?? '')]
  })
  return renderTable([title, next, otherwise], rows)
}

interface Situation {
  readonly renewed: boolean
  readonly attemptsLeft: number
}

/** The state that the login enters from `verifying`. */
function enterAfter(outcome: VerifyOutcome, { renewed, attemptsLeft }: Situation): LoginState {
  const msisdn = parseMsisdn(FACTS.phone) as Msisdn
  const verifying: StateOf<'verifying'> = { ...FACTS, name: 'verifying', msisdn, renewed }
  const answer = { code: '', traceId: '', ticket: null, deadline: 0 }
  const answered: EventOf<'answered'> = { type: 'answered', outcome, attemptsLeft, ...answer }
  return transition(verifying, answered)
}

function renderState(state: LoginState, { retry }: Labels): string {
  if (state.name !== 'fallback') return `\`${state.name}\``
  return `\`fallback\` (\`${state.reason}\`${retry(state.retryTo)})`
}

function renderUnknown(locale: Locale): string {
  const row = lookUp('verify', '')
  const { meaning, remedy } = advise(row, locale)
  return `${meaning}\n\n${remedy}\n\n${LABELS[locale].unknownOutcome(row.outcome)}`
}

/** Escapes what Markdown reads as the end of a cell or as a tag. */
const escapeCell = (text: string): string => text.replace(/[|<>]/g, (mark) => `\\${mark}`)
