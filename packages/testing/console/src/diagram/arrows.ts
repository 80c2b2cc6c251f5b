// What one call looks like as arrows. The simulator sees only its own side: what must have passed between the page and
// the business server for the call to be possible is drawn too, as deduced.
import type { Line } from '@local-number/protocol'
import type { Exchange, FaultEffect } from '@local-number/simulator-contract'
import type { Arrow, ArrowKind, ArrowState } from './arrow-types'
import type { Lane } from './lanes'
import { lossOf } from './spoilt'

export function arrowsOf(exchange: Exchange, line: Line): readonly Arrow[] {
  const arrows = ARROWS[exchange.call](exchange, line)
  // Nobody heard the request, so nobody answered.
  return lossOf(exchange) === null ? arrows : arrows.filter(({ kind }) => !isAnswer(kind))
}

export function isAnswer(kind: ArrowKind): boolean {
  return kind === 'imageAnswer' || kind === 'tokenAnswer' || kind === 'verifyAnswer'
}

const ARROWS: Record<Exchange['call'], (exchange: Exchange, line: Line) => Arrow[]> = { getMobile, getToken, verify }

function getMobile(exchange: Exchange, line: Line): Arrow[] {
  // The test line has no gateway in front: the number is in the request [S 2.1, isTest].
  if (line === 'test') return [request('imageRequest', 'jssdk', exchange), answer('imageAnswer', 'platform', exchange)]
  const asked: Arrow = { kind: 'imageRequest', from: 'jssdk', to: 'gateway', state: requestState(exchange) }
  if (stopsAtGateway(exchange)) return [asked, answer('imageAnswer', 'gateway', exchange)]
  const enriched: Arrow = { kind: 'enriched', from: 'gateway', to: 'platform', state: 'seen' }
  return [asked, enriched, answer('imageAnswer', 'platform', exchange)]
}

function getToken(exchange: Exchange): Arrow[] {
  const signed: Arrow[] = [
    { kind: 'preSign', from: 'page', to: 'server', state: 'deduced' },
    { kind: 'sign', from: 'server', to: 'page', state: 'deduced' },
  ]
  return [
    ...(carries(exchange, 'body.sign') ? signed : []),
    request('tokenRequest', 'jssdk', exchange),
    answer('tokenAnswer', 'platform', exchange),
  ]
}

function verify(exchange: Exchange): Arrow[] {
  const handedOver: Arrow = { kind: 'phoneAndToken', from: 'page', to: 'server', state: 'deduced' }
  return [
    ...(carries(exchange, 'body.token') ? [handedOver] : []),
    request('verifyRequest', 'server', exchange),
    answer('verifyAnswer', 'platform', exchange),
  ]
}

function request(kind: ArrowKind, from: Lane, exchange: Exchange): Arrow {
  return { kind, from, to: 'platform', state: requestState(exchange) }
}

function answer(kind: ArrowKind, from: Lane, exchange: Exchange): Arrow {
  return { kind, from, to: exchange.call === 'verify' ? 'server' : 'jssdk', state: answerState(exchange) }
}

function answerState({ answer }: Exchange): ArrowState {
  if (answer === null) return 'pending'
  return answer.status === null ? 'lost' : 'seen'
}

function requestState(exchange: Exchange): ArrowState {
  return lossOf(exchange) === null ? 'seen' : 'lost'
}

/** Nobody carries it, or a proxy answers, or a portal redirects: the platform hears nothing. */
function stopsAtGateway(exchange: Exchange): boolean {
  if (exchange.answer === null && exchange.enrichment === undefined) return true
  return requestState(exchange) === 'lost' || exchange.faults.some(isAnsweredOnTheWay)
}

function isAnsweredOnTheWay({ status, redirect }: FaultEffect): boolean {
  return status !== undefined || redirect !== undefined
}

function carries(exchange: Exchange, field: string): boolean {
  return exchange.request.fields.some(({ name, value }) => name === field && value !== '')
}
