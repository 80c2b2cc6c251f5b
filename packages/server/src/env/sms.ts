// The senders of messages and the captcha in variables: a variable names them, and others have what they need.
import {
  type Environment,
  isRefusal,
  type Problem,
  type Refusal,
  type Rule,
  refuse,
  splitList,
} from '@local-number/service-kit'
import { ServerError } from '../errors'
import type { VerifyCaptcha } from '../sms/captcha'
import { createTencentCaptcha } from '../sms/captchas/tencent'
import type { MessageSender } from '../sms/sender'
import { createAliyunSender } from '../sms/senders/aliyun'
import { createConsoleSender } from '../sms/senders/console'
import { createTencentSender } from '../sms/senders/tencent'
import { createWebhookSender, findWebhookSecretFault, findWebhookUrlFault } from '../sms/senders/webhook'
import { removeDemoMark } from './demo-value'

/** Names a variable below `LOCAL_NUMBER_SMS_`; `file`: its value may be in a file. */
interface Part {
  readonly name: string
  readonly file?: boolean
  /** What is wrong with a value, such as `must be https`. */
  findFault?(value: string): string | undefined
}

/** Something that a variable can name, with the variables that it needs. */
interface Choice<T> {
  readonly parts: readonly Part[]
  /** @throws ServerError `optionUnusable` */
  create(read: (name: string) => string): T
}

const PREFIX = 'LOCAL_NUMBER_SMS_'

const TENCENT_ACCESS: readonly Part[] = [{ name: 'TENCENT_SECRET_ID' }, { name: 'TENCENT_SECRET_KEY', file: true }]

const SENDERS: Readonly<Record<string, Choice<MessageSender>>> = {
  aliyun: {
    parts: [
      { name: 'ALIYUN_ACCESS_KEY_ID' },
      { name: 'ALIYUN_ACCESS_KEY_SECRET', file: true },
      { name: 'ALIYUN_SIGN_NAME' },
      { name: 'ALIYUN_TEMPLATE' },
    ],
    create: (read) =>
      createAliyunSender({
        accessKeyId: read('ALIYUN_ACCESS_KEY_ID'),
        accessKeySecret: read('ALIYUN_ACCESS_KEY_SECRET'),
        signName: read('ALIYUN_SIGN_NAME'),
        templateCode: read('ALIYUN_TEMPLATE'),
      }),
  },
  tencent: {
    parts: [...TENCENT_ACCESS, { name: 'TENCENT_APP_ID' }, { name: 'TENCENT_SIGN_NAME' }, { name: 'TENCENT_TEMPLATE' }],
    create: (read) =>
      createTencentSender({
        secretId: read('TENCENT_SECRET_ID'),
        secretKey: read('TENCENT_SECRET_KEY'),
        appId: read('TENCENT_APP_ID'),
        signName: read('TENCENT_SIGN_NAME'),
        templateId: read('TENCENT_TEMPLATE'),
      }),
  },
  webhook: {
    parts: [
      { name: 'WEBHOOK_URL', findFault: findWebhookUrlFault },
      { name: 'WEBHOOK_SECRET', file: true, findFault: findWebhookSecretFault },
    ],
    create: (read) => createWebhookSender({ url: read('WEBHOOK_URL'), secret: read('WEBHOOK_SECRET') }),
  },
  console: { parts: [], create: () => createConsoleSender() },
}

const CAPTCHAS: Readonly<Record<string, Choice<VerifyCaptcha>>> = {
  tencent: {
    parts: [...TENCENT_ACCESS, { name: 'CAPTCHA_APP_ID' }, { name: 'CAPTCHA_APP_SECRET', file: true }],
    create: (read) =>
      createTencentCaptcha({
        secretId: read('TENCENT_SECRET_ID'),
        secretKey: read('TENCENT_SECRET_KEY'),
        appId: Number(read('CAPTCHA_APP_ID')),
        appSecretKey: read('CAPTCHA_APP_SECRET'),
      }),
  },
}

const PARTS: ReadonlyMap<string, Part> = new Map(
  [...Object.values(SENDERS), ...Object.values(CAPTCHAS)]
    .flatMap(({ parts }) => parts)
    .map((part) => [PREFIX + part.name, part]),
)

/** The variables that the chosen ones need, and those of them that may be in files. */
export const SMS_VARIABLES: readonly string[] = [...PARTS.keys()]
export const SMS_FILE_VARIABLES: readonly string[] = SMS_VARIABLES.filter((name) => PARTS.get(name)?.file)

/** Each sender once, in the order in which they are tried. */
export function parseSenders(text: string, env: Environment): readonly MessageSender[] | Refusal {
  const names = splitList(text)
  if (env.NODE_ENV === 'production' && names.includes('console')) {
    return refuse('names console, which writes codes to the output: production refuses it')
  }
  return chooseAll(names, SENDERS, env)
}

export function parseCaptcha(text: string, env: Environment): VerifyCaptcha | Refusal {
  const chosen = chooseAll([text], CAPTCHAS, env)
  return isRefusal(chosen) ? chosen : (chosen[0] as VerifyCaptcha)
}

/** `13800138000:000000,13800138001:111111` */
export function parseTestNumbers(text: string): Readonly<Record<string, string>> | Refusal {
  const pairs = splitList(text).map((pair) => /^(1\d{10}):(\d{6})$/.exec(pair)?.slice(1) ?? null)
  if (pairs.includes(null)) return refuse('must be numbers with their codes, such as 13800138000:000000')
  return Object.fromEntries(pairs as [string, string][])
}

/** What is missing or unusable is reported under its own name. */
export const INCOMPLETE: Refusal = refuse('')

function findFaults(user: string, parts: readonly Part[], env: Environment): readonly Problem[] {
  return parts.flatMap(({ name, findFault }): Problem[] => {
    const value = env[PREFIX + name]
    const fault = value === undefined ? `is missing: ${user} needs it` : findFault?.(removeDemoMark(value))
    return fault === undefined ? [] : [[PREFIX + name, fault]]
  })
}

/** What the chosen senders and captcha lack, or cannot use. */
export const findIncompleteSms: Rule = ({ LOCAL_NUMBER_SMS_SENDERS = '', LOCAL_NUMBER_SMS_CAPTCHA = '', ...env }) =>
  [
    ...splitList(removeDemoMark(LOCAL_NUMBER_SMS_SENDERS)).map((name) => [name, SENDERS[name]] as const),
    ...splitList(removeDemoMark(LOCAL_NUMBER_SMS_CAPTCHA)).map((name) => [`captcha ${name}`, CAPTCHAS[name]] as const),
  ].flatMap(([name, choice]) => findFaults(name, choice?.parts ?? [], env))

export const findTestNumbers: Rule = ({ LOCAL_NUMBER_SMS_TEST_NUMBERS }) =>
  LOCAL_NUMBER_SMS_TEST_NUMBERS === undefined
    ? []
    : [['LOCAL_NUMBER_SMS_TEST_NUMBERS', 'lets anyone log in with these numbers: production refuses it']]

function chooseAll<T>(
  names: readonly string[],
  choices: Readonly<Record<string, Choice<T>>>,
  env: Environment,
): T[] | Refusal {
  const chosen = new Map(
    names.flatMap((name) => (Object.hasOwn(choices, name) ? [[name, choices[name] as Choice<T>]] : [])),
  )
  if (!names.every((name) => chosen.has(name))) return refuse(`must be one of ${Object.keys(choices).join(', ')}`)
  if ([...chosen].some(([name, { parts }]) => findFaults(name, parts, env).length > 0)) return INCOMPLETE
  try {
    return [...chosen.values()].map(({ create }) => create((part) => env[PREFIX + part] ?? ''))
  } catch (error) {
    if (error instanceof ServerError) return refuse(`cannot be used: ${error.detail}`)
    throw error
  }
}
