// In development, says what is wrong with the options or the surroundings, once per cause: what users read does not
// name it. Bundles for users do not contain this file: it is called behind NODE_ENV.
import { DEFAULT_LINE } from '@local-number/jssdk'
import type { FallbackReason } from '@local-number/login'
import { APP_ID } from '@local-number/protocol'
import { request } from '@tarojs/taro'
import { hasUsableAddress } from './base-url'
import type { LocalNumberLoginOptions } from './options'
import { tellOnce } from './tell-once'

const GUIDE = 'docs/en/component.md, "When a login fails in development"'

function explain(code: string, words: string): void {
  tellOnce(`explain ${code}`, `@local-number/taro ${code}: ${words} (${GUIDE})`)
}

/** A building block stands where nothing tells it whose consent it asks for. */
export function explainNamelessConsent(): void {
  explain(
    'consentBoxNameless',
    'Put <ConsentBox> into a slot of <LocalNumberLogin>, or give `appName` and `terms` to a <LocalNumberProvider> ' +
      'around it: the text does not say which app asks.',
  )
}

interface OptionRule {
  readonly code: string
  readonly words: string
  isBroken(options: LocalNumberLoginOptions): boolean
}

const OPTION_RULES: readonly OptionRule[] = [
  {
    code: 'appIdMalformed',
    words: 'Set `appId` to the 6–20 digits that the open platform shows for the app.',
    isBroken: ({ appId }) => !APP_ID.test(appId),
  },
  {
    code: 'consentVersionMalformed',
    words: 'Set `consentVersion` to a text of 1–64 characters: it names the terms that the user agrees to.',
    isBroken: ({ consentVersion }) => typeof consentVersion !== 'string' || !/^.{1,64}$/.test(consentVersion),
  },
  {
    code: 'baseUrlMalformed',
    words: "Start `api.baseUrl` with 'https://' or 'http://'. On H5 it may also start with '/' or be empty.",
    isBroken: ({ api }) => !hasUsableAddress(api),
  },
  {
    code: 'originsIncomplete',
    words:
      '`origins` has no usable addresses for this `line`, so that the real carrier may be asked. Pass `origins={{ production: ' +
      "{ getMobile: 'http://…', getToken: 'http://…' } }}`, or leave it out.",
    isBroken: ({ origins, line = DEFAULT_LINE }) => origins !== undefined && !hasAddresses(Object(origins)[line]),
  },
]

/** In JavaScript, anything may be there. */
function hasAddresses(value: unknown): boolean {
  const addresses = Object.values(Object(value)).filter((address) => address !== undefined)
  return addresses.length > 0 && addresses.every((address) => /^(?:https?:\/)?\/./i.test(String(address)))
}

/** What the options alone show. */
export function explainOptions(options: LocalNumberLoginOptions): void {
  for (const { code, words, isBroken } of OPTION_RULES) if (isBroken(options)) explain(code, words)
}

/** Read once, when the login mounts. */
const FIXED: readonly (keyof LocalNumberLoginOptions)[] = [
  'appId',
  'openType',
  'line',
  'consentVersion',
  'networkCheck',
  'onWifi',
  'sdk',
]

/** Options that have changed although only their first values count. Objects and functions are new at every render. */
export function explainChanges(before: LocalNumberLoginOptions, after: LocalNumberLoginOptions): void {
  const changed = FIXED.filter((name) => typeof before[name] !== 'function' && before[name] !== after[name])
  if (changed.length === 0) return
  explain('optionsChanged', `${changed.join(', ')} changed, but options are read once. Give the login another \`key\`.`)
}

/** Why a login fell back. */
export interface Failure {
  readonly reason: FallbackReason
  readonly code: string | null
}

/** What to change, by code. */
const MISCONFIGURED: Readonly<Record<string, string>> = {
  bindingMalformed:
    'Pass as `binding` what your backend made, or a function that returns it: the base64url of a SHA-256, 43 characters.',
  consentRequired:
    "The server of another way does not accept its `consent.version`: add it to the server's list for this way " +
    '(LOCAL_NUMBER_SMS_CONSENT_VERSIONS or LOCAL_NUMBER_WECHAT_CONSENT_VERSIONS of our backend).',
  cloudMissing: 'Call `wx.cloud.init` before the login mounts.',
  editionsEmpty: 'List at least one edition in `editions`.',
  malformedAnswer: 'Something answered the other way, but not as the business API does. Check its `api`.',
  notFound: 'The server of another way does not offer it: set it up there, and check its `api`.',
  editionsWithSdk: 'Remove `editions` or `sdk`: the script is an edition of its own.',
  originNotAllowed:
    "The business server does not accept this page's origin: add it to the server's `origins` (ALLOWED_ORIGINS of our " +
    'backend).',
  originsWithSdk: 'Remove `origins` or `sdk`: the script has its own addresses.',
  sdkWithoutDriver: "Pass `sdk={createVendorDriver(YDRZ)}`, from '@local-number/taro/vendor'.",
  testLineInProduction: 'Remove `line`, `phoneNum` and the test addresses: a production build refuses the test line.',
  privateOriginForUsers: 'Remove `origins`: a loopback or private address is refused where real users are.',
}

/** The table is no `Map` itself: bundlers would keep what they cannot know to be without effect. */
const findRemedy = (code: string | null) => new Map(Object.entries(MISCONFIGURED)).get(code ?? '')

/** By plugin-check.ts, in production, too. */
const TOLD_WHERE_FOUND = 'taroPluginMissing'

/** What `explainOptions` did not say. */
function findUntold(options: LocalNumberLoginOptions): string | undefined {
  if (OPTION_RULES.some(({ isBroken }) => isBroken(options))) return undefined
  return (
    'The options do not fit the platform or each other; the code names the one to change. ' +
    'A code of the business server is in its log, too.'
  )
}

const describeBusyServer = (server: string) =>
  `The business server ${server} cannot sign for a while: its stores are full or too busy, or were restored from a ` +
  'backup. Its log says which.'

/** Why a server does not sign, by code, where it is not set up wrongly. */
const SIGNING_REFUSED: ReadonlyMap<string | null, (server: string) => string> = new Map([
  ['malformedAnswer', (server) => `${server} answered, but not as the business API does. Check \`api.baseUrl\`.`],
  ['overloaded', describeBusyServer],
  ['storeRestored', describeBusyServer],
])

/** For the reasons that a mistake of the developer can have. */
const ADVICE: Readonly<
  Partial<Record<FallbackReason, (options: LocalNumberLoginOptions, code: string | null) => string | undefined>>
> = {
  misconfigured: (options, code) => (code === TOLD_WHERE_FOUND ? undefined : (findRemedy(code) ?? findUntold(options))),
  serverUnreachable: ({ api }) =>
    `The business server ${nameServer(api)} did not answer. Start it${
      isOnAnotherOrigin(api)
        ? `. If it runs, the likely cause is CORS: let it accept this page's origin, ${window.location.origin} ` +
          '(ALLOWED_ORIGINS of our backend).'
        : '; in WeChat, put it on the request domain list or turn the check off in DevTools.'
    }`,
  signingRefused: ({ api, appId }, code) =>
    SIGNING_REFUSED.get(code)?.(nameServer(api)) ??
    `The business server ${nameServer(api)} did not sign for ${appId}. Its log has the cause; often it is set up ` +
      'for another appId (LOCAL_NUMBER_APP_ID) or without this edition (LOCAL_NUMBER_EDITIONS).',
  verificationUnavailable: () =>
    'The business server or the platform refused to compare; the server log has the cause.',
  tokenRefused: ({ appId }) =>
    `The carrier gave no token: docs/en/return-codes.md explains the code. Is ${appId} registered there?`,
}

/** Reasons behind which the carrier, or a simulator in its place, may be missing. */
const CARRIER_REASONS: readonly FallbackReason[] = ['numberRetrievalFailed', 'carrierUnreachable', 'timeout']

/** What the reason does not say. */
export async function explainFailure({ reason, code }: Failure, options: LocalNumberLoginOptions): Promise<void> {
  const name = code === null ? reason : `${reason} (${code})`
  const words = CARRIER_REASONS.includes(reason) ? await describeCarrier(options) : ADVICE[reason]?.(options, code)
  if (words !== undefined) explain(name, words)
}

/** A page cannot read the image's answer, so that a missing simulator looks like a missing SIM. */
async function describeCarrier({ appId, line = DEFAULT_LINE, origins }: LocalNumberLoginOptions): Promise<string> {
  const addresses = [...new Set(Object.values(origins?.[line] ?? {}))]
  if (addresses.length === 0)
    return (
      "The real carrier was asked: it answers phones with China Mobile's data only. To develop without one, start the " +
      'simulator and set `origins` to it.'
    )
  for (const address of addresses) {
    if (!(await isReachable(address))) return `Nothing answers at ${address} (\`origins\`). Start the simulator there.`
  }
  return (
    `${addresses.join(', ')} answers (\`origins\`), but gave no number: the simulator's console shows the cause. Often ${appId} is ` +
    'not registered there, or its handset is on Wi-Fi or of another carrier.'
  )
}

/** Whether anything answers there, with whatever status. */
async function isReachable(address: string): Promise<boolean> {
  try {
    await (process.env.TARO_ENV === 'h5' ? window.fetch(address, { mode: 'no-cors' }) : request({ url: address }))
    return true
  } catch {
    return false
  }
}

/** There, the browser hides the answer of a server that does not accept the page. */
function isOnAnotherOrigin({ baseUrl }: LocalNumberLoginOptions['api']): boolean {
  if (process.env.TARO_ENV !== 'h5') return false
  const [origin = window.location.origin] = baseUrl?.match(/^https?:\/\/[^/?#]+/i) ?? []
  return origin !== window.location.origin
}

function nameServer(api: LocalNumberLoginOptions['api']): string {
  if (api.baseUrl !== undefined) return `at ${api.baseUrl}`
  return api.cloudFunction !== undefined ? `in the cloud function ${api.cloudFunction}` : 'behind `api`'
}
