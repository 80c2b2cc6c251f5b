// The arrows of one call. The simulator sees only its own side; the messages between page and business server that the
// call presupposes are drawn as deduced.
import type { Line } from '@local-number/protocol'
import type { Exchange, FaultEffect } from '@local-number/simulator-contract'
import { findLoss } from './alterations'
import type { Arrow, ArrowKind, ArrowState } from './arrow-types'
import type { Lane } from './lanes'

export function toArrows(exchange: Exchange, line: Line): readonly Arrow[] {
  const arrows = ARROWS[exchange.call](exchange, line)
  // A request that did not arrive has no answer.
  return findLoss(exchange) === null ? arrows : arrows.filter(({ kind }) => !isAnswer(kind))
}

export function isAnswer(kind: ArrowKind): boolean {
  return ANSWERS.has(kind)
}

const ANSWERS: ReadonlySet<ArrowKind> = new Set(['imageAnswer', 'tokenAnswer', 'httpsAnswer', 'verifyAnswer'])

const ARROWS: Record<Exchange['call'], (exchange: Exchange, line: Line) => Arrow[]> = {
  getMobile: toGetMobileArrows,
  getToken: toGetTokenArrows,
  httpsGetMobile: toHttpsArrows,
  verify: toVerifyArrows,
}

function toGetMobileArrows(exchange: Exchange, line: Line): Arrow[] {
  return toEnrichedArrows(exchange, line, ['imageRequest', 'imageAnswer'])
}

/** Ids and signature come from the business server, at least for our own SDK. */
function toHttpsArrows(exchange: Exchange, line: Line): Arrow[] {
  const signed: Arrow[] = [
    { kind: 'idsRequest', from: 'page', to: 'server', state: 'deduced' },
    { kind: 'idsAndSign', from: 'server', to: 'page', state: 'deduced' },
  ]
  return [
    ...(hasField(exchange, 'sign') ? signed : []),
    ...toEnrichedArrows(exchange, line, ['httpsRequest', 'httpsAnswer']),
  ]
}

/** A call whose number the gateway inserts on its way. */
function toEnrichedArrows(exchange: Exchange, line: Line, [request, answer]: readonly [ArrowKind, ArrowKind]): Arrow[] {
  // The test line has no gateway in front: the number is in the request [S 2.1, isTest].
  if (line === 'test') return [toRequest(request, 'jssdk', exchange), toAnswer(answer, 'platform', exchange)]
  const asked: Arrow = { kind: request, from: 'jssdk', to: 'gateway', state: getRequestState(exchange) }
  if (stopsAtGateway(exchange)) return [asked, toAnswer(answer, 'gateway', exchange)]
  const enriched: Arrow = { kind: 'enriched', from: 'gateway', to: 'platform', state: 'seen' }
  return [asked, enriched, toAnswer(answer, 'platform', exchange)]
}

function toGetTokenArrows(exchange: Exchange): Arrow[] {
  const signed: Arrow[] = [
    { kind: 'preSign', from: 'page', to: 'server', state: 'deduced' },
    { kind: 'sign', from: 'server', to: 'page', state: 'deduced' },
  ]
  return [
    ...(hasField(exchange, 'body.sign') ? signed : []),
    toRequest('tokenRequest', 'jssdk', exchange),
    toAnswer('tokenAnswer', 'platform', exchange),
  ]
}

function toVerifyArrows(exchange: Exchange): Arrow[] {
  const handedOver: Arrow = { kind: 'phoneAndToken', from: 'page', to: 'server', state: 'deduced' }
  return [
    ...(hasField(exchange, 'body.token') ? [handedOver] : []),
    toRequest('verifyRequest', 'server', exchange),
    toAnswer('verifyAnswer', 'platform', exchange),
  ]
}

function toRequest(kind: ArrowKind, from: Lane, exchange: Exchange): Arrow {
  return { kind, from, to: 'platform', state: getRequestState(exchange) }
}

function toAnswer(kind: ArrowKind, from: Lane, exchange: Exchange): Arrow {
  return { kind, from, to: exchange.call === 'verify' ? 'server' : 'jssdk', state: getAnswerState(exchange) }
}

function getAnswerState({ answer }: Exchange): ArrowState {
  if (answer === null) return 'pending'
  return answer.status === null ? 'lost' : 'seen'
}

function getRequestState(exchange: Exchange): ArrowState {
  return findLoss(exchange) === null ? 'seen' : 'lost'
}

/** There is no network, a proxy answers or a portal redirects: the request does not reach the platform. */
function stopsAtGateway(exchange: Exchange): boolean {
  if (exchange.answer === null && exchange.enrichment === undefined) return true
  return getRequestState(exchange) === 'lost' || exchange.faults.some(isAnsweredBeforePlatform)
}

function isAnsweredBeforePlatform({ status, redirect }: FaultEffect): boolean {
  return status !== undefined || redirect !== undefined
}

function hasField(exchange: Exchange, field: string): boolean {
  return exchange.request.fields.some(({ name, value }) => name === field && value !== '')
}
