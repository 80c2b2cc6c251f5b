// The carrier's gateway: knows which handset a request comes from by the origin it was sent to, and does header
// enrichment. The listener is plain http, as it must be: nobody can insert a header into TLS (protocol.md §3).
import type { IncomingHttpHeaders } from 'node:http'
import { PATHS } from '@local-number/protocol'
import type { Carrier, Handset, HandsetRegistry, Network } from './handsets'
import type { LineContext, LineMiddleware } from './http/line'
import { type MessageCall, messageIds } from './messages'

/** The one header that the platform believes, because only the gateway can set it. */
export const ENRICHMENT_HEADER = 'x-up-calling-line-id'

/** Headers that some carrier's gateway somewhere is known to insert. From a client they are lies. */
const MSISDN_HEADERS: ReadonlySet<string> = new Set([
  ENRICHMENT_HEADER,
  'calling-line-id',
  'msisdn',
  'x-calling-line-id',
  'x-device-msisdn',
  'x-h3g-msisdn',
  'x-ms-msisdn',
  'x-msisdn',
  'x-network-info',
  'x-nokia-msisdn',
  'x-up-subno',
  'x-vodafone-msisdn',
  'x-wap-msisdn',
  'x-wap-network-client-msisdn',
])

const CELLULAR: ReadonlySet<Network> = new Set(['2g', '3g', '4g', '5g', 'unknown'])

/** Whose subscribers are inserted for each openType: 1 China Mobile only, 0 all three networks. */
const CARRIERS: ReadonlyMap<unknown, readonly Carrier[]> = new Map([
  ['1', ['CM']],
  ['0', ['CM', 'CU', 'CT']],
])

/** The calls that leave the handset. The verify call is a server's and the control routes are nobody's radio. */
const PHONE_CALLS: ReadonlyMap<string, MessageCall> = new Map([
  [PATHS.getMobile, 'getMobile'],
  [PATHS.getToken, 'getToken'],
])

/** The handset whose origin a request was sent to: `cu-5g.localhost` is cu-5g's, any other host is the active one's. */
export function handsetOfHost(handsets: HandsetRegistry, hostname: string): Handset {
  const [label = ''] = hostname.toLowerCase().split('.', 1)
  return handsets.find(label) ?? handsets.active
}

/** The number that the handset's carrier inserts into a getMobile, or `null`. */
export function numberToInsert(handset: Handset, openType: unknown): string | null {
  const agreed = CARRIERS.get(openType)?.includes(handset.carrier) ?? false
  return agreed && CELLULAR.has(handset.network) ? handset.msisdn : null
}

/** Deletes what only a gateway may say, in place. `X_MSISDN` is the same header to many servers. */
export function stripMsisdnHeaders(headers: IncomingHttpHeaders): void {
  for (const name of Object.keys(headers)) {
    if (MSISDN_HEADERS.has(name.toLowerCase().replaceAll('_', '-'))) delete headers[name]
  }
}

/** Puts a line behind the gateway. */
export function gateway(handsetOf: (ctx: LineContext) => Handset): LineMiddleware {
  return async (ctx, next) => {
    const handset = handsetOf(ctx)
    ctx.state.handset = handset
    stripMsisdnHeaders(ctx.req.headers)
    const call = PHONE_CALLS.get(ctx.path)
    if (call && handset.network === 'none') return dropConnection(ctx, call)

    const number = call === 'getMobile' ? numberToInsert(handset, ctx.query.openType) : null
    if (number !== null) ctx.req.headers[ENRICHMENT_HEADER] = number
    await next()
  }
}

/** Nobody answers: the client reports `0`, "请求异常" [S 2.5.1]. */
function dropConnection(ctx: LineContext, call: MessageCall): void {
  ctx.respond = false
  ctx.req.socket.destroy()
  ctx.state.message = { call, outerCode: '0', innerCode: '0', ...messageIds({ appId: '', msgId: '' }) }
}
