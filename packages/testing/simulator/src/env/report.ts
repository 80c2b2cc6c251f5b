// What the simulator says on its terminal: where it listens, what an app needs, and one line per message.

import type { AppView, SimulatorState } from '@local-number/simulator-contract'
import type { MessageRecord } from '../messages'

/** What a running simulator's state does not tell. */
export interface Announced {
  readonly adminOrigin: string
  /** What the console's address ends with, `#` and all. Default: nothing. */
  readonly consoleHash?: string
  /** The key pair whose private half is the reader's, base64 of DER. */
  readonly customer?: { readonly privateKey: string; readonly publicKey: string }
}

/** One line per listener, then each app's credentials as environment lines for a business server. */
export function announcement(state: SimulatorState, announced: Announced): readonly string[] {
  const { origin, testLineOrigin, handsets, apps } = state
  const active = handsets.find((handset) => handset.active)
  return [
    `console    ${announced.adminOrigin}/${announced.consoleHash ?? ''}`,
    `gateway    ${origin}  the current handset: ${active?.id}`,
    `test line  ${testLineOrigin}`,
    ...handsets.map((handset) => `handset    ${handset.origin}  ${handset.id}  ${handset.label}`),
    ...apps.flatMap((app) => [
      '',
      `# For a business server, app ${app.appId}`,
      MARK,
      ...credentials(app, state, announced),
    ]),
  ]
}

const MARK =
  '# apps/backend takes demo: off by itself, and refuses it in production. Anything else wants the value without it.'

function credentials(app: AppView, { origin }: SimulatorState, { customer }: Announced): readonly string[] {
  const { algorithm, encoding } = app.signature
  const isOurs = customer !== undefined && app.customerPublicKeys.includes(customer.publicKey)
  return [
    `LOCAL_NUMBER_VERIFY_ORIGIN=${origin}`,
    `LOCAL_NUMBER_APP_ID=${app.appId}`,
    `LOCAL_NUMBER_APP_KEY=${quoted(`demo:${app.appKey}`)}`,
    `LOCAL_NUMBER_PLATFORM_PUBLIC_KEY=demo:${app.platformPublicKey}`,
    isOurs ? `LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY=demo:${customer.privateKey}` : withoutKey(app),
    ...(algorithm === 'MD5withRSA' ? [] : [`LOCAL_NUMBER_SIGNATURE_ALGORITHM=${algorithm}`]),
    ...(encoding === 'base64' ? [] : [`LOCAL_NUMBER_SIGNATURE_ENCODING=${encoding}`]),
  ]
}

/** For a shell and for a file of variables alike. A quote itself no appKey has. */
function quoted(text: string): string {
  return /^[\w.:+/=-]+$/.test(text) ? text : `'${text}'`
}

function withoutKey({ customerPublicKeys }: AppView): string {
  return customerPublicKeys.length === 0
    ? '# No customer public key is filed: every call answers 103605.'
    : '# LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY is the private half of the key that is filed: whoever filed it has it.'
}

/** `08:59:00.000Z production getMobile cm-wifi 500/111002 - 3 ms msgId=…`, times in UTC. */
export function messageLine(message: MessageRecord): string {
  const { at, line, call, handset, outerCode, innerCode, msisdnMasked, ms, msgId, takingMsgId } = message
  return [
    new Date(at).toISOString().slice(11),
    line,
    call,
    handset ?? '-',
    outerCode === innerCode ? outerCode : `${outerCode}/${innerCode}`,
    msisdnMasked || '-',
    `${Math.round(ms)} ms`,
    `msgId=${msgId}`,
    ...(takingMsgId ? [`takingMsgId=${takingMsgId}`] : []),
  ].join(' ')
}
