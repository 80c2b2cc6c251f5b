// The carrier's gateway: knows which handset a request comes from by the origin it was sent to, and does header
// enrichment. The listener is plain http, as it must be: nobody can insert a header into TLS (protocol.md §3).
import type { IncomingHttpHeaders } from 'node:http'
import { isIP } from 'node:net'
import { maskMsisdn, parseMsisdn } from '@local-number/protocol'
import type { Carrier, Enrichment, Handset, Network } from '@local-number/simulator-contract'
import type { HandsetRegistry } from './handsets'
import { dropConnection } from './http/drop-connection'
import type { CarrierContext, CarrierMiddleware } from './http/line'
import { maskNumbers, shown } from './trace/masking'

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

/**
 * The handset whose origin a request was sent to: `cu-5g.localhost` is cu-5g's, any other host is the active one's, above
 * all an address, even if a handset is called `127`. A number is a handset too, on China Mobile's 5G:
 * `16001111002.localhost` needs no setup.
 *
 * @throws SimulatorError `unknownHandset` for any other name below `.localhost`: a slip of the pen is not the active one
 */
export function handsetOfHost(handsets: HandsetRegistry, hostname: string): Handset {
  if (isIP(hostname) || hostname === 'localhost') return handsets.active
  const [label = '', ...domain] = hostname.toLowerCase().split('.')
  const named = handsets.find(label) ?? unfiled(label)
  if (named) return named
  return domain.join('.') === 'localhost' ? handsets.get(label) : handsets.active
}

function unfiled(label: string): Handset | null {
  const msisdn = parseMsisdn(label)
  return msisdn === label ? { id: label, label, msisdn, carrier: 'CM', network: '5g' } : null
}

/** The handset whose SIM a request leaves through: on a hotspot that of the one who shares it, who may be on another's. */
export function servingHandset(handsets: HandsetRegistry, handset: Handset): Handset {
  const passed = new Set<string>()
  let serving = handset
  while (serving.network === 'wifi' && serving.hotspot && !passed.has(serving.id)) {
    passed.add(serving.id)
    serving = handsets.find(serving.hotspot) ?? serving
  }
  return serving
}

/** The number that the handset's carrier inserts into a getMobile, or why it inserts none. */
export function insertion({ carrier, msisdn, network }: Handset, openType: unknown) {
  const none = (cause: NonNullable<Enrichment['cause']>) => ({ number: null, cause })
  if (network === 'none') return none('offline')
  if (!CELLULAR.has(network)) return none('wifi')
  if (!CARRIERS.get(openType)?.includes(carrier)) return none('otherCarrier')
  return msisdn === null ? none('dataOnlySim') : { number: msisdn, cause: null }
}

/** Deletes what only a gateway may say, in place. `X_MSISDN` is the same header to many servers. */
export function stripMsisdnHeaders(headers: IncomingHttpHeaders): void {
  for (const name of Object.keys(headers)) {
    if (MSISDN_HEADERS.has(name.toLowerCase().replaceAll('_', '-'))) delete headers[name]
  }
}

/** Stands between the handsets and the platform. The verify call is a server's and passes by. */
export function gateway(handsets: HandsetRegistry): CarrierMiddleware {
  return async (ctx, next) => {
    const { call, handset = handsets.active } = ctx.state
    stripMsisdnHeaders(ctx.req.headers)
    if (call === 'verify') return next()
    const serving = servingHandset(handsets, handset)
    if (call === 'getMobile') enrich(ctx, serving)
    // Nobody answers: the client reports `0`, "请求异常" [S 2.5.1].
    if (serving.network === 'none') return dropConnection(ctx)
    return next()
  }
}

/** Header enrichment itself. */
function enrich(ctx: CarrierContext, serving: Handset): void {
  const { openType } = ctx.query
  const { number, cause } = insertion(serving, openType)
  if (number !== null) ctx.req.headers[ENRICHMENT_HEADER] = number
  ctx.state.enrichment = {
    openType: typeof openType === 'string' ? shown(openType) : '',
    insertedMasked: number === null ? null : maskMsisdn(number),
    via: maskNumbers(serving.id),
    cause,
  }
  ctx.state.exchange.note({ enrichment: ctx.state.enrichment })
}
