// The carrier's gateway: finds the handset that a request comes from by the origin it was sent to, and does header
// enrichment. The listener is plain http, as it must be: no gateway can insert a header into TLS (protocol.md §3). For
// the HTTPS edition the header stands for what the platform knows by the request's address on the mobile network.
import type { IncomingHttpHeaders } from 'node:http'
import { isIP } from 'node:net'
import { maskMsisdn, parseMsisdn } from '@local-number/protocol'
import type { Carrier, Enrichment, Handset, Network } from '@local-number/simulator-contract'
import type { CarrierContext, CarrierMiddleware } from '../http/context'
import { dropConnection } from '../http/drop-connection'
import type { HandsetRegistry } from '../state/handsets'
import { maskNumbers, maskText } from '../trace/masking'

/** The only header that the platform trusts, because only the gateway can set it. */
export const ENRICHMENT_HEADER = 'x-up-calling-line-id'

/** What a phone's modem knows of a request and the wire does not show: over which network it leaves. */
const BEARER_HEADER = 'x-simulator-bearer'

/** Headers that carriers' gateways are known to insert. From a client they are forged. */
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

/** The carriers whose numbers are inserted for each openType. */
const CARRIERS: ReadonlyMap<unknown, readonly Carrier[]> = new Map([
  ['1', ['CM']],
  ['0', ['CM', 'CU', 'CT']],
])

/**
 * Finds the handset whose origin a request was sent to. `cu-5g.localhost` is the handset cu-5g. A phone number is a
 * China Mobile handset on 5G that needs no setup: `16001111002.localhost`. Every other host, and every IP address, is
 * the active handset.
 *
 * @throws SimulatorError `unknownHandset` for any other name below `.localhost`: a mistyped id is not the active
 *   handset
 */
export function findHandsetByHost(handsets: HandsetRegistry, hostname: string): Handset {
  if (isIP(hostname) || hostname === 'localhost') return handsets.active
  const [label = '', ...domain] = hostname.toLowerCase().split('.')
  const named = handsets.find(label) ?? toNumberHandset(label)
  if (named) return named
  return domain.join('.') === 'localhost' ? handsets.get(label) : handsets.active
}

function toNumberHandset(label: string): Handset | null {
  const msisdn = parseMsisdn(label)
  return msisdn === label ? { id: label, label, msisdn, carrier: 'CM', network: '5g' } : null
}

/** Finds the handset whose SIM carries the request: the handset itself, or the last one in its chain of hotspots. */
export function findServingHandset(handsets: HandsetRegistry, handset: Handset): Handset {
  const passed = new Set<string>()
  let serving = handset
  while (serving.network === 'wifi' && serving.hotspot && !passed.has(serving.id)) {
    passed.add(serving.id)
    serving = handsets.find(serving.hotspot) ?? serving
  }
  return serving
}

/** The number that the handset's carrier inserts into a getMobile, or the cause why it inserts none. */
export function decideInsertion({ carrier, msisdn, network }: Handset, openType: unknown) {
  const refuse = (cause: NonNullable<Enrichment['cause']>) => ({ number: null, cause })
  if (network === 'none') return refuse('offline')
  if (!CELLULAR.has(network)) return refuse('wifi')
  if (!CARRIERS.get(openType)?.includes(carrier)) return refuse('otherCarrier')
  return msisdn === null ? refuse('dataOnlySim') : { number: msisdn, cause: null }
}

/** As {@link decideInsertion}, for the HTTPS edition: China Mobile's numbers alone, and none of an IoT SIM (103609). */
function decideHttpsInsertion(serving: Handset) {
  const decided = decideInsertion(serving, '1')
  return decided.number !== null && serving.iot ? { number: null, cause: 'iotSim' as const } : decided
}

/** Deletes the headers that only a gateway may set, in place. `X_MSISDN` is the same header to many servers. */
export function stripMsisdnHeaders(headers: IncomingHttpHeaders): void {
  for (const name of Object.keys(headers)) {
    if (MSISDN_HEADERS.has(name.toLowerCase().replaceAll('_', '-'))) delete headers[name]
  }
}

/** Stands between the handsets and the platform. A verify call comes from a server and is not enriched. */
export function createGateway(handsets: HandsetRegistry): CarrierMiddleware {
  return (ctx, next) => {
    const { call, handset } = ctx.state.exchange
    stripMsisdnHeaders(ctx.req.headers)
    if (call === 'verify') return next()
    const sender = handset ?? handsets.active
    const bound = bindToCellular(ctx, sender)
    const serving = bound ?? findServingHandset(handsets, sender)
    if (call !== 'getToken') enrichHeader(ctx, serving, bound !== null)
    // No answer: the client reports `0`, "请求异常" [S 2.5.1].
    if (serving.network === 'none') return dropConnection(ctx)
    return next()
  }
}

/**
 * The handset as it sends a request that its app binds to mobile data (`forceCellularNetwork`, protocol.md §8): past
 * its Wi-Fi and hotspot, through its own SIM. Without mobile data the phone cannot bind it, so nothing leaves.
 *
 * @returns `null` for an ordinary request
 */
function bindToCellular(ctx: CarrierContext, handset: Handset): Handset | null {
  const isBound = ctx.get(BEARER_HEADER) === 'cellular'
  if (!isBound || handset.network !== 'wifi') return null
  return { ...handset, network: handset.mobileData ? 'unknown' : 'none' }
}

function enrichHeader(ctx: CarrierContext, serving: Handset, isBound: boolean): void {
  const { call } = ctx.state.exchange
  const isHttps = call === 'httpsGetMobile'
  const { openType = '' } = isHttps ? {} : ctx.query
  const { number, cause } = isHttps ? decideHttpsInsertion(serving) : decideInsertion(serving, openType)
  if (number !== null) ctx.req.headers[ENRICHMENT_HEADER] = number
  ctx.state.exchange.recordEnrichment({
    openType: typeof openType === 'string' ? maskText(openType) : '',
    insertedMasked: number === null ? null : maskMsisdn(number),
    via: maskNumbers(serving.id),
    cause: isBound && cause === 'offline' ? 'noMobileData' : cause,
    ...(cause === 'otherCarrier' && { owner: serving.carrier }),
  })
}
