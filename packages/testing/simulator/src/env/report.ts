// What the simulator prints on its terminal: where it listens, what an app needs, and one line per message.

import type { AppView, SimulatorState } from '@local-number/simulator-contract'
import type { MessageRecord } from '../trace/messages'

/** What the state of a running simulator does not contain. */
export interface AnnouncementOptions {
  readonly adminOrigin: string
  /**
   * The end of the console's address, with its `#`.
   *
   * @default ''
   */
  readonly consoleHash?: string
  /** The key pair whose private half is printed, base64 of DER. */
  readonly customer?: { readonly privateKey: string; readonly publicKey: string }
}

/** One line per listener, then each app's credentials as environment lines for a business server. */
export function formatAnnouncement(state: SimulatorState, options: AnnouncementOptions): readonly string[] {
  const { origin, testLineOrigin, httpsEditionOrigin, httpsEditionTestLineOrigin, handsets, apps } = state
  const active = handsets.find((handset) => handset.active)
  return [
    `console    ${options.adminOrigin}/${options.consoleHash ?? ''}`,
    `gateway    ${origin}  the current handset: ${active?.id}`,
    `test line  ${testLineOrigin}`,
    `HTTPS edition            ${httpsEditionOrigin}`,
    `HTTPS edition test line  ${httpsEditionTestLineOrigin}`,
    ...handsets.map((handset) => `handset    ${handset.origin}  ${handset.id}  ${handset.label}`),
    ...apps.flatMap((app) => [
      '',
      `# For a business server, app ${app.appId}`,
      PREFIX_HINT,
      ...formatCredentials(app, state, options),
    ]),
  ]
}

const PREFIX_HINT =
  '# apps/backend removes the prefix demo:, and refuses it in production. Other servers need the value without it.'

function formatCredentials(
  app: AppView,
  { origin }: SimulatorState,
  { customer }: AnnouncementOptions,
): readonly string[] {
  const { algorithm, encoding } = app.signature
  const hasOurKey = customer !== undefined && app.customerPublicKeys.includes(customer.publicKey)
  return [
    `LOCAL_NUMBER_VERIFY_ORIGIN=${origin}`,
    `LOCAL_NUMBER_APP_ID=${app.appId}`,
    `LOCAL_NUMBER_APP_KEY=${quote(`demo:${app.appKey}`)}`,
    `LOCAL_NUMBER_PLATFORM_PUBLIC_KEY=demo:${app.platformPublicKey}`,
    hasOurKey ? `LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY=demo:${customer.privateKey}` : explainMissingKey(app),
    ...(algorithm === 'MD5withRSA' ? [] : [`LOCAL_NUMBER_SIGNATURE_ALGORITHM=${algorithm}`]),
    ...(encoding === 'base64' ? [] : [`LOCAL_NUMBER_SIGNATURE_ENCODING=${encoding}`]),
  ]
}

/** Quotes a value for a shell and for a .env file. An appKey contains no quotes. */
function quote(text: string): string {
  return /^[\w.:+/=-]+$/.test(text) ? text : `'${text}'`
}

function explainMissingKey({ customerPublicKeys }: AppView): string {
  return customerPublicKeys.length === 0
    ? '# No customer public key is registered: every call answers 103605.'
    : '# LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY is the private half of the registered key: only its owner has it.'
}

/**
 * One line about a message, with its time in UTC.
 *
 * @example
 * ```ts
 * formatMessage(message) // '08:59:00.000Z production getMobile cm-wifi 500/111002 - 3 ms msgId=…'
 * ```
 */
export function formatMessage(message: MessageRecord): string {
  const { at, line, call, handset, outerCode, innerCode, msisdnMasked, ms, msgId, retrievalMsgId } = message
  return [
    new Date(at).toISOString().slice(11),
    line,
    call,
    handset ?? '-',
    outerCode === innerCode ? outerCode : `${outerCode}/${innerCode}`,
    msisdnMasked || '-',
    `${Math.round(ms)} ms`,
    `msgId=${msgId}`,
    ...(retrievalMsgId ? [`retrievalMsgId=${retrievalMsgId}`] : []),
  ].join(' ')
}
