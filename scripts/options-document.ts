// The table of settings in docs/{en,zh}/backend.md: defaults and values from the schemas, meanings from here. Pure:
// `generate-options.ts` writes what this returns.
import { backendVariables } from '../apps/backend/src/variables'
import { SMS_VARIABLES } from '../packages/server/src/env/sms'
import { MODE_VARIABLES, OPTION_VARIABLES, type OptionPath } from '../packages/server/src/env/variables'
import { optionsSchema } from '../packages/server/src/options-schema'

export type Language = 'en' | 'zh'

type Texts = Readonly<Record<Language, string>>

/** Options that only code can set. They are described where code sees them: in their types. */
const CODE_ONLY = { stores: true, onConsent: true, beforeTicket: true, log: true, now: true } as const

type DocumentedOption = Exclude<OptionPath, keyof typeof CODE_ONLY | 'sms.onPumping'>
type ServiceVariable = keyof typeof backendVariables | keyof typeof MODE_VARIABLES

const SERVICE_VARIABLES: Readonly<Record<ServiceVariable, Texts & { readonly default: string | Texts }>> = {
  NODE_ENV: {
    default: getDefault(MODE_VARIABLES.NODE_ENV),
    en: '`production` for real users',
    zh: '面向用户时设为 `production`',
  },
  HOST: {
    default: { en: '`127.0.0.1`; `0.0.0.0` in production', zh: '`127.0.0.1`，生产 `0.0.0.0`' },
    en: 'the address to listen on',
    zh: '监听地址',
  },
  PORT: {
    default: getDefault(backendVariables.PORT),
    en: '`0`: the system chooses; with `npm start`, `BACKEND_PORT`',
    zh: '`0` 由系统选择；`npm start` 里用 `BACKEND_PORT`',
  },
  LOG_LEVEL: { default: getDefault(backendVariables.LOG_LEVEL), en: 'a level of pino', zh: 'pino 的级别' },
  DATA_DIR: {
    default: getDefault(backendVariables.DATA_DIR),
    en: 'the folder of the SQLite file, and in development of the demo keys',
    zh: 'SQLite 文件所在的目录；开发时也存放演示密钥',
  },
  LOCAL_NUMBER_STORE: {
    default: getDefault(backendVariables.LOCAL_NUMBER_STORE),
    en: 'where the state is kept: `sqlite`, `memory`, or the address of a Redis',
    zh: '状态保存在哪里：`sqlite`、`memory`，或 Redis 的地址',
  },
  LOCAL_NUMBER_POWER_LOSS_SAFE: {
    default: getDefault(backendVariables.LOCAL_NUMBER_POWER_LOSS_SAFE),
    en: '`yes`: SQLite waits for the disk, so that a power cut loses nothing',
    zh: '`yes`：SQLite 每次提交都等落盘，断电也不丢',
  },
  LOCAL_NUMBER_SINGLE_PROCESS: {
    default: getDefault(backendVariables.LOCAL_NUMBER_SINGLE_PROCESS),
    en: '`yes`: `memory` is accepted in production',
    zh: '`yes`：允许在生产环境使用 `memory`',
  },
  LOCAL_NUMBER_RECEIPTS: {
    default: { en: '`sqlite` with that store; else `log`', zh: '存储是 `sqlite` 时为 `sqlite`，否则 `log`' },
    en: 'where consent receipts are kept: `sqlite` or `log`; [required](#consent-receipts) in production with Redis',
    zh: '同意记录保存在哪里：`sqlite` 或 `log`；生产环境用 Redis 时[必须写明](#同意记录)',
  },
  ALLOWED_ORIGINS: {
    default: { en: '`*`; none in production', zh: '`*`，生产为空' },
    en: 'H5 sites that may call (`origins` of the server), its own site included; mini-programs do not need this',
    zh: '允许调用的 H5 站点（服务端的 `origins`），包括同域的页面；小程序不需要',
  },
  TRUSTED_PROXIES: {
    default: { en: 'none; required in production', zh: '无；生产必填' },
    en: 'proxies whose `X-Forwarded-For` counts: addresses, networks, `loopback`, `linklocal`, `uniquelocal`, or `none`',
    zh: '信任谁的 `X-Forwarded-For`：地址、网段、`loopback`、`linklocal`、`uniquelocal`，或 `none`',
  },
  LOCAL_NUMBER_LINE: {
    default: getDefault(MODE_VARIABLES.LOCAL_NUMBER_LINE),
    en: '`test` needs `LOCAL_NUMBER_VERIFY_ORIGIN`, too',
    zh: '`test` 时必须同时给出 `LOCAL_NUMBER_VERIFY_ORIGIN`',
  },
}

const OPTIONS: Readonly<Record<DocumentedOption, Texts>> = {
  appId: { en: 'from the open platform, 6–20 digits', zh: '来自开放平台，6–20 位数字' },
  appKey: { en: 'from the open platform', zh: '来自开放平台' },
  customerPrivateKey: {
    en: 'RSA, at least 1024 bits; its public half is registered on the open platform',
    zh: 'RSA，至少 1024 位；公钥报备到开放平台',
  },
  otherCustomerPrivateKeys: {
    en: 'one more customer key, while [the key is changed](#changing-the-customer-key); in code, a list',
    zh: '[更换客户密钥](#更换客户密钥)期间的另一把客户私钥；代码里是列表',
  },
  platformPublicKey: { en: 'from the open platform', zh: '来自开放平台' },
  hashSecret: {
    en: 'random text that keys the hashes of numbers and sessions',
    zh: '随机文本，用于号码和 session 的散列',
  },
  'ticket.privateKey': {
    en: 'P-256 (ES256) or Ed25519 (EdDSA), PKCS#8',
    zh: 'P-256（ES256）或 Ed25519（EdDSA），PKCS#8',
  },
  'ticket.otherPublicKeys': {
    en: 'one more key in `jwks.json` while the ticket key changes: the next or the former one, public',
    zh: '更换票据密钥期间，`jwks.json` 里多发布的一把公钥：下一把或上一把',
  },
  'ticket.issuer': {
    en: 'this server as ticket checkers name it, such as its URL',
    zh: '核验票据的一方怎样称呼本服务端，例如它的网址',
  },
  'ticket.audience': { en: 'the backend that accepts the tickets', zh: '接受票据的后端' },
  consentVersions: { en: 'versions of your terms whose acceptance counts', zh: '仍然有效的条款版本' },
  consentTexts: {
    en: 'the folder of the texts, `<version>.<locale>.md` or `.txt`: [receipts](compliance.md#consent-receipts) name them',
    zh: '条款原文所在的目录，文件名是 `<版本>.<语言>.md` 或 `.txt`，见[同意记录](compliance.md#同意记录)',
  },
  verifyOrigin: { en: 'scheme, host and port of the verify call', zh: '校验接口的协议、主机和端口' },
  'tls.ca': {
    en: 'PEM: the only authorities whose certificates the platform may have, instead of those that Node trusts',
    zh: 'PEM：只信任这些 CA 给平台签发的证书，取代 Node 自带的',
  },
  'tls.cert': { en: 'PEM: a client certificate for the platform', zh: 'PEM：向平台出示的客户端证书' },
  'tls.key': { en: 'PEM: its private key, without a passphrase', zh: 'PEM：它的私钥，不带口令' },
  'tls.minVersion': { en: 'the oldest TLS version towards the platform', zh: '与平台通信的最低 TLS 版本' },
  'proxy.url': {
    en: 'an http or https proxy for verify calls over https; also `https_proxy`; never for loopback',
    zh: 'https 校验请求走的 http 或 https 代理；也可写作 `https_proxy`；本机地址从不走代理',
  },
  'proxy.bypass': {
    en: 'hosts that are called without the proxy, such as `.example.com`, or `*`; also `no_proxy`',
    zh: '不走代理的主机，例如 `.example.com`，或 `*`；也可写作 `no_proxy`',
  },
  editions: {
    en: 'editions that are signed for; the `https…` ones need an appKey that nobody can guess',
    zh: '给哪些版本生签；`https…` 各版本要求 appKey 无法被猜中',
  },
  'codes.yes': {
    en: 'return codes that mean “this is the number”; replaces the default, so repeat `000`',
    zh: '表示“是本机号码”的返回码；会取代默认值，所以要再写上 `000`',
  },
  'codes.no': {
    en: 'return codes that mean “this is not the number”; replaces the default, so repeat `001`',
    zh: '表示“不是本机号码”的返回码；会取代默认值，所以要再写上 `001`',
  },
  userInformation: {
    en: 'how it is sent to the platform: as the page sent it, percent-decoded once, or percent-encoded once more',
    zh: '传给平台的形式：原样、解码一次，或再编码一次',
  },
  origins: {
    en: 'sites of the pages that may call; `apps/backend` sets it from `ALLOWED_ORIGINS`',
    zh: '允许调用的页面的站点；`apps/backend` 由 `ALLOWED_ORIGINS` 设置',
  },
  'signature.algorithm': {
    en: 'of the image edition’s pre-sign and of the verify call',
    zh: '图片版准签名和校验请求的签名算法',
  },
  'signature.encoding': { en: 'of that signature', zh: '上述签名的编码' },
  md5Case: { en: 'letters of the HTTPS edition’s signature', zh: 'HTTPS 版签名的字母大小写' },
  'limits.checksPerNumberAndDay': {
    en: 'checks per number and Shanghai day, as on the open platform; with demo keys, 1000',
    zh: '每个号码每天（北京时间）的校验次数，与开放平台一致；用演示密钥时为 1000',
  },
  'limits.wrongNumbersPerSession': {
    en: 'different wrong numbers per session within 24 hours',
    zh: '每个 session 24 小时内可以输错几个不同的号码',
  },
  'limits.failedChecksPerSession': {
    en: 'checks per session within 24 hours that the platform answered without comparing the numbers',
    zh: '每个 session 24 小时内失败的校验（平台有应答但没有比对号码）的次数',
  },
  'limits.failedChecksPerClient': {
    en: 'such checks per client and minute: an IPv4 address, an IPv6 site (/48) or a known caller',
    zh: '每个客户端（IPv4 地址、IPv6 站点（/48）或已知的调用者）每分钟失败的校验次数',
  },
  'limits.failedExchangesPerClient': {
    en: 'codes of WeChat’s button per client and minute for which WeChat names no number',
    zh: '每个客户端每分钟有几个微信手机号按钮的 code 换不到号码',
  },
  'limits.signsPerIpv4': { en: 'signatures per IPv4 address and minute', zh: '每个 IPv4 地址每分钟的生签次数' },
  'limits.signsPerIpv6Network': {
    en: 'signatures per IPv6 network (/64) and minute',
    zh: '每个 IPv6 网段（/64）每分钟的生签次数',
  },
  'limits.signsPerIpv6Site': {
    en: 'signatures per IPv6 site (/48) and minute',
    zh: '每个 IPv6 站点（/48）每分钟的生签次数',
  },
  'limits.signsPerCaller': {
    en: 'signatures per caller and minute, where the transport knows the caller (cloud functions)',
    zh: '每个调用者每分钟的生签次数，仅在知道调用者时（云函数）',
  },
  'limits.checksAtOnce': {
    en: 'checks that run at the same time in one process, each with a socket to the platform',
    zh: '一个进程同时进行的校验数，每个占一条到平台的连接',
  },
  'times.clockSkewMs': {
    en: 'ms that a phone’s clock may differ at its real UTC offset',
    zh: '手机时钟在其时区里可以相差多少毫秒',
  },
  'times.attemptTtlMs': { en: 'ms from sign to verify', zh: '从生签到校验最多多少毫秒' },
  'times.beforeTicketTimeoutMs': { en: 'ms that `beforeTicket` may take', zh: '`beforeTicket` 最多用多少毫秒' },
  'times.platformTimeoutMs': { en: 'ms that the platform may take to answer', zh: '等平台应答多少毫秒' },
  'sms.senders': {
    en: '[who sends](#senders), in the order in which they are tried: `aliyun`, `tencent`, `webhook`, in development `console`',
    zh: '[谁来发短信](#发送通道)，按尝试的顺序：`aliyun`、`tencent`、`webhook`，开发时可用 `console`',
  },
  'sms.verifyCaptcha': {
    en: 'the [captcha](#captcha) that another message may need: `tencent`',
    zh: '再发一条短信可能需要的[人机验证](#人机验证)：`tencent`',
  },
  'sms.consentVersions': {
    en: 'versions of your terms for SMS whose acceptance counts',
    zh: '短信登录的条款中仍然有效的版本',
  },
  'sms.consentTexts': { en: 'the folder of their texts, as above', zh: '这些条款的原文所在的目录，同上' },
  'sms.testNumbers': {
    en: 'numbers with a fixed code, `13800138000:000000`, to which nothing is sent; not in production',
    zh: '验证码固定、不发短信的号码，如 `13800138000:000000`；生产环境不接受',
  },
  'sms.limits.messagesPerHour': {
    en: 'messages to all numbers in an hour; a tenth of it for one address, or for 10,000 numbers that begin alike',
    zh: '每小时一共发多少条；单个地址、前七位相同的一万个号码，最多占十分之一',
  },
  'sms.limits.messagesPerDay': {
    en: 'messages to all numbers in a Shanghai day',
    zh: '每天（北京时间）一共发多少条',
  },
  'sms.limits.sendsPerSession': {
    en: 'messages of one session in a day without a captcha',
    zh: '一个 session 每天不用人机验证可以发几条',
  },
  'sms.limits.sendsPerAddress': {
    en: 'messages of one address or IPv6 network (/64) in a day without a captcha; ten times as many of a site (/48)',
    zh: '一个地址或 IPv6 网段（/64）每天不用人机验证可以发几条；一个站点（/48）是它的十倍',
  },
  'sms.limits.sendsPerNumberFreely': {
    en: 'messages to one number in a day without a captcha, but those to its own devices',
    zh: '一个号码每天不用人机验证可以收几条，它自己的设备除外',
  },
  'sms.limits.sendsPerNumber': {
    en: 'messages to one number in a day; a cap of your vendor’s must be above it',
    zh: '一个号码每天最多收几条；短信服务商自己的上限必须更高',
  },
  'sms.limits.sendsReserved': {
    en: 'how many of these are left to [devices](#who-gets-a-message) that verified the number before',
    zh: '其中留几条给验证过这个号码的[设备](#谁能收到短信)',
  },
  'sms.limits.guessesPerCode': { en: 'wrong guesses that void a code', zh: '猜错几次验证码作废' },
  'sms.limits.guessesPerNumber': {
    en: 'guesses of one session at one number within 24 hours',
    zh: '一个 session 对一个号码 24 小时内可以猜几次',
  },
  'sms.limits.failedCaptchasPerClient': {
    en: 'proofs per client and minute that the [captcha](#captcha)’s provider does not accept',
    zh: '每个客户端每分钟没有通过的[人机验证](#人机验证)凭据数',
  },
  'sms.limits.alarmAfterSends': {
    en: 'messages to 10,000 numbers that begin alike, within an hour, from which on few verified ones are an [alarm](#spending)',
    zh: '前七位相同的号码一小时内收到多少条之后，验证过的太少就[告警](#费用)',
  },
  'sms.limits.verifiedPercent': { en: 'of 100 messages, how many are not few', zh: '每 100 条里验证过多少条不算少' },
  'sms.times.codeTtlMs': { en: 'ms for which a code is valid', zh: '验证码的有效期，毫秒' },
  'sms.times.resendMs': { en: 'ms until another message to the number', zh: '同一号码两条短信之间隔多少毫秒' },
  'sms.times.sendTimeoutMs': { en: 'ms that all senders together may take', zh: '所有发送通道一共最多用多少毫秒' },
  'sms.times.captchaTimeoutMs': {
    en: 'ms that the captcha’s provider may take to answer',
    zh: '等人机验证服务应答多少毫秒',
  },
  'wechat.appId': {
    en: 'the mini-program’s AppID: with it, [WeChat’s phone button](#wechats-phone-button) works',
    zh: '小程序的 AppID：设了它，[微信手机号按钮](#微信手机号按钮)才可用',
  },
  'wechat.appSecret': { en: 'its AppSecret', zh: '它的 AppSecret' },
  'wechat.consentVersions': {
    en: 'versions of your own terms for this way whose acceptance counts',
    zh: '这种方式自己的条款中仍然有效的版本',
  },
  'wechat.consentTexts': { en: 'the folder of their texts, as above', zh: '这些条款的原文所在的目录，同上' },
  'wechat.origin': {
    en: 'where WeChat’s server API is; another one is for stand-ins, not for production',
    zh: '微信服务端接口的地址；只有替身才用别的地址，生产环境不接受',
  },
  'wechat.timeoutMs': {
    en: 'ms that WeChat may take for one code, with all calls that it needs',
    zh: '换一个 code（包括所需的全部调用）最多用多少毫秒',
  },
}

/** What the senders and the captcha need, by the end of its name. */
const SMS_PARTS: Readonly<Record<string, Texts>> = {
  ALIYUN_ACCESS_KEY_ID: {
    en: '`aliyun`: an access key that may call SendSms',
    zh: '`aliyun`：可以调用 SendSms 的 AccessKey',
  },
  ALIYUN_ACCESS_KEY_SECRET: { en: '`aliyun`: its secret', zh: '`aliyun`：它的 Secret' },
  ALIYUN_SIGN_NAME: { en: '`aliyun`: the approved signature of the messages', zh: '`aliyun`：审核通过的短信签名' },
  ALIYUN_TEMPLATE: {
    en: '`aliyun`: the approved template, `SMS_…`; its one variable is `code`',
    zh: '`aliyun`：审核通过的模板 `SMS_…`，唯一的变量是 `code`',
  },
  TENCENT_SECRET_ID: {
    en: '`tencent`, also as the captcha: an API key',
    zh: '`tencent`（短信和人机验证）：API 密钥',
  },
  TENCENT_SECRET_KEY: {
    en: '`tencent`, also as the captcha: its secret',
    zh: '`tencent`（短信和人机验证）：它的 SecretKey',
  },
  TENCENT_APP_ID: { en: '`tencent`: the SdkAppId of the SMS application', zh: '`tencent`：短信应用的 SdkAppId' },
  TENCENT_SIGN_NAME: { en: '`tencent`: the approved signature of the messages', zh: '`tencent`：审核通过的短信签名' },
  TENCENT_TEMPLATE: {
    en: '`tencent`: the id of the approved template; its one variable is the code',
    zh: '`tencent`：审核通过的模板 id，唯一的变量是验证码',
  },
  WEBHOOK_URL: { en: '`webhook`: an address of your own that sends messages', zh: '`webhook`：自己的发送服务的地址' },
  WEBHOOK_SECRET: {
    en: '`webhook`: signs the calls, at least 32 characters',
    zh: '`webhook`：给请求签名，至少 32 个字符',
  },
  CAPTCHA_APP_ID: { en: 'captcha `tencent`: its CaptchaAppId', zh: '人机验证 `tencent`：CaptchaAppId' },
  CAPTCHA_APP_SECRET: { en: 'captcha `tencent`: its AppSecretKey', zh: '人机验证 `tencent`：AppSecretKey' },
}

interface Labels {
  readonly columns: readonly string[]
  readonly none: string
  readonly required: string
  /** Of a required option, by the way that is not there without it. */
  readonly withoutWay: Readonly<Record<string, string>>
  readonly ifNamed: string
  readonly characters: (count: number) => string
}

const LABELS: Readonly<Record<Language, Labels>> = {
  en: {
    columns: ['Variable', 'Option', 'Default', 'Values', 'Meaning'],
    required: 'required',
    withoutWay: { sms: 'no SMS', wechat: 'no WeChat' },
    ifNamed: 'required if named',
    none: 'none',
    characters: (count) => `at least ${count} characters`,
  },
  zh: {
    columns: ['变量', '选项', '默认', '取值', '说明'],
    required: '必填',
    withoutWay: { sms: '不用短信', wechat: '不用微信' },
    ifNamed: '用到时必填',
    none: '无',
    characters: (count) => `至少 ${count} 个字符`,
  },
}

/** The part of JSON Schema that the table shows. */
interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly default?: unknown
  readonly enum?: readonly string[]
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
}

const SCHEMA = optionsSchema.omit(CODE_ONLY).toJSONSchema({ io: 'input', unrepresentable: 'any' }) as Schema

/** Replaces the table between its two comments. */
export function replaceOptionsTable(page: string, language: Language): string {
  const [start = '', end = ''] = page.match(/<!-- \/?options.* -->/g) ?? []
  const [before, after] = [page.indexOf(start) + start.length, page.indexOf(end)]
  return `${page.slice(0, before)}\n\n${renderOptionsTable(language)}\n\n${page.slice(after)}`
}

export function renderOptionsTable(language: Language): string {
  const { columns } = LABELS[language]
  const rows = [...listServiceRows(language), ...listOptionRows(language), ...listSmsRows(language)]
  return [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function listServiceRows(language: Language): readonly (readonly string[])[] {
  return Object.entries(SERVICE_VARIABLES).map(([variable, texts]) => {
    const fallback = typeof texts.default === 'string' ? texts.default : texts.default[language]
    return [toCode(variable), '', fallback, '', texts[language]]
  })
}

function listOptionRows(language: Language): readonly (readonly string[])[] {
  const variables = new Map<string, string>(
    Object.entries(OPTION_VARIABLES).map(([variable, { option }]) => [option, toCode(variable)]),
  )
  return Object.entries(OPTIONS).map(([option, texts]) => {
    const path = option.split('.')
    return [
      variables.get(option) ?? '',
      toCode(option),
      renderDefault(path, language),
      renderValues(findSchema(path), language),
      texts[language],
    ]
  })
}

function listSmsRows(language: Language): readonly (readonly string[])[] {
  const prefix = 'LOCAL_NUMBER_SMS_'
  return SMS_VARIABLES.map((variable) => {
    const texts = SMS_PARTS[variable.slice(prefix.length)]
    if (texts === undefined) throw new Error(`${variable} has no meaning in scripts/options-document.ts`)
    return [toCode(variable), '', LABELS[language].ifNamed, '', texts[language]]
  })
}

function findSchema(path: readonly string[]): Schema {
  return path.reduce<Schema>((schema, name) => schema.properties?.[name] ?? {}, SCHEMA)
}

function renderDefault(path: readonly string[], language: Language): string {
  const { default: value } = findSchema(path)
  // An empty list, or an empty table, is none.
  const isEmpty = typeof value === 'object' && value !== null && Object.keys(value).length === 0
  if (value !== undefined && !isEmpty) return toCode(String(value))
  const { required = [] } = findSchema(path.slice(0, -1))
  if (!required.includes(path.at(-1) ?? '')) return LABELS[language].none
  const { withoutWay, required: isRequired } = LABELS[language]
  return withoutWay[path[0] ?? ''] ?? isRequired
}

function renderValues({ items = {}, ...schema }: Schema, language: Language): string {
  const choices = schema.enum ?? items.enum
  if (choices) return choices.map(toCode).join(', ')
  const { minimum, maximum = Number.MAX_SAFE_INTEGER, minLength = 0 } = schema
  if (minimum !== undefined) return maximum === Number.MAX_SAFE_INTEGER ? `≥ ${minimum}` : `${minimum}–${maximum}`
  return minLength > 1 ? LABELS[language].characters(minLength) : ''
}

function getDefault(type: { parse(input: undefined): unknown }): string {
  return toCode(String(type.parse(undefined)))
}

function toCode(text: string): string {
  return `\`${text}\``
}
