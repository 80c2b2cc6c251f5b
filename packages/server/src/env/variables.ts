// The variables of a business server: which option each one sets, and how its text becomes a value. Ranges and defaults
// are those of the options.
import { type Environment, oneOf, parseWholeNumber, type Refusal, splitList } from '@local-number/service-kit'
import type { ServerSettings } from '../options'
import type { SmsSettings } from '../sms/options'
import type { WechatSettings } from '../wechat/options'
import { readConsentTexts } from './consent-texts'
import { parsePrivateKey, parsePrivateKeys, parsePublicKey, parseTicketKey, parseTicketPublicKeys } from './keys'
import { parseCertificates, parseTlsKey } from './pem'
import { parseCaptcha, parseSenders, parseTestNumbers, SMS_FILE_VARIABLES, SMS_VARIABLES } from './sms'

/** Options that consist of options. */
type Group = 'tls' | 'proxy' | 'signature' | 'ticket' | 'codes' | 'limits' | 'times'

type SmsGroup = 'limits' | 'times'

type OptionOf<Key extends keyof ServerSettings & string> = Key extends Group
  ? `${Key}.${keyof ServerSettings[Key] & string}`
  : Key extends 'sms'
    ? `sms.${SmsOptionOf<keyof SmsSettings>}`
    : Key extends 'wechat'
      ? `wechat.${keyof WechatSettings}`
      : Key

type SmsOptionOf<Key extends keyof SmsSettings> = Key extends SmsGroup
  ? `${Key}.${keyof SmsSettings[Key] & string}`
  : Key

/** The path of an option: `appId`, `limits.checksPerNumberAndDay`. */
export type OptionPath = OptionOf<keyof ServerSettings & string>

export interface OptionVariable {
  readonly option: OptionPath
  /** Where a required value comes from. */
  readonly remedy?: string
  /** Another spelling of the variable, which counts first. */
  readonly alias?: string
  /** Whether `…_FILE` may name a file with the value: for secrets, and for what is as long as a key. */
  readonly file?: boolean
  /** Turns the text into the option's value, with what other variables say. Default: the text itself. */
  readonly parse?: (text: string, env: Environment) => unknown | Refusal
}

/** Variables that set one option each. */
export const OPTION_VARIABLES = {
  LOCAL_NUMBER_APP_ID: { option: 'appId', remedy: 'copy the appId from the open platform' },
  LOCAL_NUMBER_APP_KEY: { option: 'appKey', remedy: 'copy the appKey from the open platform', file: true },
  LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY: {
    option: 'customerPrivateKey',
    remedy: 'the private half of the key pair registered on the open platform',
    file: true,
    parse: parsePrivateKey,
  },
  LOCAL_NUMBER_OTHER_CUSTOMER_PRIVATE_KEY: {
    option: 'otherCustomerPrivateKeys',
    file: true,
    parse: parsePrivateKeys,
  },
  LOCAL_NUMBER_PLATFORM_PUBLIC_KEY: {
    option: 'platformPublicKey',
    remedy: 'copy the platform public key from the open platform',
    file: true,
    parse: parsePublicKey,
  },
  LOCAL_NUMBER_SIGNATURE_ALGORITHM: { option: 'signature.algorithm' },
  LOCAL_NUMBER_SIGNATURE_ENCODING: { option: 'signature.encoding' },
  LOCAL_NUMBER_MD5_CASE: { option: 'md5Case' },
  LOCAL_NUMBER_VERIFY_ORIGIN: { option: 'verifyOrigin' },
  LOCAL_NUMBER_TLS_CA: { option: 'tls.ca', file: true, parse: parseCertificates },
  LOCAL_NUMBER_TLS_CERT: { option: 'tls.cert', file: true, parse: parseCertificates },
  LOCAL_NUMBER_TLS_KEY: { option: 'tls.key', file: true, parse: parseTlsKey },
  LOCAL_NUMBER_TLS_MIN_VERSION: { option: 'tls.minVersion' },
  // A file, because the address may hold credentials.
  HTTPS_PROXY: { option: 'proxy.url', alias: 'https_proxy', file: true },
  NO_PROXY: { option: 'proxy.bypass', alias: 'no_proxy' },
  LOCAL_NUMBER_EDITIONS: { option: 'editions', parse: splitList },
  LOCAL_NUMBER_YES_CODES: { option: 'codes.yes', parse: splitList },
  LOCAL_NUMBER_NO_CODES: { option: 'codes.no', parse: splitList },
  LOCAL_NUMBER_USER_INFORMATION: { option: 'userInformation' },
  LOCAL_NUMBER_DAILY_LIMIT: { option: 'limits.checksPerNumberAndDay', parse: parseWholeNumber },
  LOCAL_NUMBER_SIGNS_PER_IPV4: { option: 'limits.signsPerIpv4', parse: parseWholeNumber },
  LOCAL_NUMBER_SIGNS_PER_IPV6_NETWORK: { option: 'limits.signsPerIpv6Network', parse: parseWholeNumber },
  LOCAL_NUMBER_FAILED_CHECKS_PER_CLIENT: { option: 'limits.failedChecksPerClient', parse: parseWholeNumber },
  LOCAL_NUMBER_FAILED_EXCHANGES_PER_CLIENT: { option: 'limits.failedExchangesPerClient', parse: parseWholeNumber },
  LOCAL_NUMBER_CHECKS_AT_ONCE: { option: 'limits.checksAtOnce', parse: parseWholeNumber },
  LOCAL_NUMBER_CONSENT_VERSIONS: { option: 'consentVersions', parse: splitList },
  LOCAL_NUMBER_CONSENT_TEXTS: { option: 'consentTexts', parse: readConsentTexts },
  LOCAL_NUMBER_TICKET_PRIVATE_KEY: {
    option: 'ticket.privateKey',
    remedy: 'make one: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256',
    file: true,
    parse: parseTicketKey,
  },
  LOCAL_NUMBER_TICKET_OTHER_PUBLIC_KEY: { option: 'ticket.otherPublicKeys', file: true, parse: parseTicketPublicKeys },
  LOCAL_NUMBER_TICKET_ISSUER: { option: 'ticket.issuer' },
  LOCAL_NUMBER_TICKET_AUDIENCE: { option: 'ticket.audience' },
  LOCAL_NUMBER_HASH_SECRET: { option: 'hashSecret', remedy: 'make one: openssl rand -base64 32', file: true },
  LOCAL_NUMBER_SMS_SENDERS: {
    option: 'sms.senders',
    remedy: 'name who sends, in the order in which they are tried: aliyun, tencent, webhook',
    parse: parseSenders,
  },
  LOCAL_NUMBER_SMS_CAPTCHA: { option: 'sms.verifyCaptcha', parse: parseCaptcha },
  LOCAL_NUMBER_SMS_CONSENT_VERSIONS: { option: 'sms.consentVersions', parse: splitList },
  LOCAL_NUMBER_SMS_CONSENT_TEXTS: { option: 'sms.consentTexts', parse: readConsentTexts },
  LOCAL_NUMBER_SMS_MESSAGES_PER_HOUR: { option: 'sms.limits.messagesPerHour', parse: parseWholeNumber },
  LOCAL_NUMBER_SMS_MESSAGES_PER_DAY: { option: 'sms.limits.messagesPerDay', parse: parseWholeNumber },
  LOCAL_NUMBER_SMS_TEST_NUMBERS: { option: 'sms.testNumbers', parse: parseTestNumbers },
  LOCAL_NUMBER_WECHAT_APP_ID: { option: 'wechat.appId', remedy: 'copy the AppID from the WeChat platform' },
  LOCAL_NUMBER_WECHAT_APP_SECRET: {
    option: 'wechat.appSecret',
    remedy: 'copy the AppSecret from the WeChat platform',
    file: true,
  },
  LOCAL_NUMBER_WECHAT_CONSENT_VERSIONS: { option: 'wechat.consentVersions', parse: splitList },
  LOCAL_NUMBER_WECHAT_CONSENT_TEXTS: { option: 'wechat.consentTexts', parse: readConsentTexts },
  LOCAL_NUMBER_WECHAT_ORIGIN: { option: 'wechat.origin' },
} as const satisfies Readonly<Record<`LOCAL_NUMBER_${string}` | `${string}_PROXY`, OptionVariable>>

/** Variables that decide what else is allowed. */
export const MODE_VARIABLES = {
  NODE_ENV: oneOf(['development', 'test', 'production']).default('development'),
  LOCAL_NUMBER_LINE: oneOf(['production', 'test']).default('production'),
}

/** The names of all variables of a business server. */
export const SERVER_VARIABLES: readonly string[] = [
  ...Object.keys(MODE_VARIABLES),
  ...Object.keys(OPTION_VARIABLES),
  ...SMS_VARIABLES,
]

/** The variables whose value may be in a file that `<name>_FILE` names. */
export const FILE_VARIABLES: readonly string[] = [
  ...Object.entries<OptionVariable>(OPTION_VARIABLES).flatMap(([name, { file }]) => (file ? [name] : [])),
  ...SMS_FILE_VARIABLES,
]
