// Unexpected errors: the platform's own "系统异常" with a trace id, and a report to the operator.

import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Call } from '@local-number/protocol/return-codes'
import type { CodeDialect } from '@local-number/simulator-contract'
import Koa from 'koa'
import { answerCall } from '../../src/carrier/answer-call'
import { answerInternalErrors } from '../../src/carrier/answer-internal-errors'
import { CARRIER_CALLS } from '../../src/carrier/carrier-routes'
import { ID_PARTS } from '../../src/common/wire-message'
import { CallExchange } from '../../src/http/call-exchange'
import type { CarrierMiddleware, CarrierState } from '../../src/http/context'
import { readJson } from '../../src/http/json-body'
import type { Platform } from '../../src/platform/platform'
import type { RecordedExchange } from '../../src/trace/recorded-exchange'
import { createAttempt } from '../support/phone'

const BROKEN = new Error('the disk is full')
const CALLS = ['getMobile', 'getToken', 'verify'] as const

let server: Server
const reported: unknown[][] = []

async function callBroken(call: Call, find: () => unknown): Promise<ReceivedAnswer> {
  const app = new Koa<CarrierState>()
  const platform = { apps: { find } } as unknown as Platform
  app.use(async (ctx, next) => {
    const message = call === 'getMobile' ? { query: ctx.query } : { [ID_PARTS[call]]: IDS }
    const recorded = { trace: { id: 'f'.repeat(32), handset: null } } as RecordedExchange
    ctx.state.exchange = new CallExchange({ call, handset: null, message, recorded })
    await next()
    const { outcome } = ctx.state.exchange
    ctx.set('x-outcome', `${outcome?.outerCode}/${outcome?.innerCode}/${outcome?.cause}`)
  })
  app.use(readJson as CarrierMiddleware)
  app.use(
    answerInternalErrors(
      (...about) => reported.push(about),
      (ctx, decision) => answerCall(ctx, CARRIER_CALLS[call], platform, decision),
    ),
  )
  app.use(() => {
    throw BROKEN
  })
  server = createServer(app.callback())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return send(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, call)
}

interface ReceivedAnswer {
  readonly status: number
  readonly outcome: string | null
  readonly text: string
  readonly header: Record<string, string>
  readonly body: Record<string, string>
}

const IDS = createAttempt() as Record<string, string>
const { appId, msgId, timestamp } = IDS

async function send(origin: string, call: Call): Promise<ReceivedAnswer> {
  const json = { method: 'POST', headers: { 'content-type': 'application/json' } }
  const response = await (call === 'getMobile'
    ? fetch(`${origin}?${new URLSearchParams(IDS)}`)
    : fetch(origin, { ...json, body: JSON.stringify({ header: IDS }) }))
  const text = await response.text()
  return { status: response.status, outcome: response.headers.get('x-outcome'), text, ...JSON.parse(text) }
}

const createFind = (codes: CodeDialect) => () => ({ codes })

const throwBroken = () => {
  throw BROKEN
}

afterEach(() => {
  reported.length = 0
  server.close()
})

test.each([
  ['document', 'getMobile', 500, '500', '999999'],
  ['document', 'getToken', 200, '999999', '999999'],
  ['document', 'verify', 200, '999999', '999999'],
  ['family', 'getMobile', 500, '500', '999999'],
  ['family', 'getToken', 200, '999999', '999999'],
  ['family', 'verify', 200, '999', '999999'],
] as const)(
  'after an error, an app with the %s dialect gets from %s the status %i and the code %s',
  async (dialect, call, status, outer, inner) => {
    const answer = await callBroken(call, createFind(dialect))
    expect(answer).toMatchObject({ status, header: { appId, msgId, timestamp, resultCode: outer } })
    expect(answer.outcome).toBe(`${outer}/${inner}/networkUnstable`)
    expect(answer.body.resultDesc).toBe(call === 'getMobile' ? '取号失败' : '系统异常')
    expect(reported).toEqual([[BROKEN, 'f'.repeat(32)]])
  },
)

test('after an error, getMobile has the code in its body and getToken no token', async () => {
  expect((await callBroken('getMobile', createFind('document'))).body.innerCode).toBe('999999')
  server.close()
  expect((await callBroken('getToken', createFind('document'))).body.token).toBe('')
})

test.each(CALLS)('when the answer to an error fails as well, %s answers with a fixed body', async (call) => {
  const [status, outer] = call === 'getMobile' ? [500, '500'] : [200, '999999']
  const answer = await callBroken(call, throwBroken)
  expect(answer).toMatchObject({ status, header: { resultCode: outer }, body: { token: '', innerCode: '999999' } })
  expect(answer.outcome).toBe(`${outer}/999999/networkUnstable`)
  expect(reported).toEqual([[BROKEN, 'f'.repeat(32)]])
})

test('the answer does not contain the error', async () => {
  expect((await callBroken('verify', createFind('document'))).text).not.toContain('disk')
})

test('after an error, the HTTPS edition answers its own code in its body, with the ids', async () => {
  const answer = await callBroken('httpsGetMobile', createFind('document'))
  expect(answer).toMatchObject({
    status: 200,
    header: { appId, msgId, timestamp },
    body: { resultCode: '103211', resultDesc: '其他错误', token: '' },
  })
  expect(answer.outcome).toBe('103211/103211/networkUnstable')
})

test('when the answer to an error fails as well, the HTTPS edition answers with a fixed body', async () => {
  const answer = await callBroken('httpsGetMobile', throwBroken)
  expect(answer.body).toEqual({ resultCode: '103211', resultDesc: '其他错误', token: '' })
  expect(answer.outcome).toBe('103211/103211/networkUnstable')
})
