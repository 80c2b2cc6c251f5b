// Faults over real HTTP: a small server answers as the platform does, and each effect shows in what a client gets.
import { getMaxListeners, once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import type { FaultEffect } from '@local-number/simulator-contract'
import Koa from 'koa'
import { applyFaults } from '../../src/faults/apply-faults'
import { wait as reallyWait, type Wait } from '../../src/faults/lifetime'
import { CallExchange } from '../../src/http/call-exchange'
import type { CarrierState } from '../../src/http/context'
import type { Notes, RecordedExchange } from '../../src/trace/recorded-exchange'

const IMAGE = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
const ANSWER = { header: { msgId: 'a'.repeat(32), resultCode: '000000' }, body: { token: 'f'.repeat(48) } }
const ANSWERS: Record<string, unknown> = { '/image': IMAGE, '/token': ANSWER, '/other': { status: 'ok' } }

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve))

let server: Server
let origin: string
let stop: AbortController
let effects: FaultEffect[]
let random: number
/** How long the middleware waited, in milliseconds. */
let waited: number[]
let wait: Wait
/** The forced code of every call that reached the platform. */
let reached: (string | undefined)[]
/** What was recorded as applied. */
let recordedFaults: unknown[]

beforeEach(async () => {
  stop = new AbortController()
  effects = []
  random = 0.5
  waited = []
  reached = []
  recordedFaults = []
  wait = (ms) => {
    waited.push(ms)
    return nextTurn()
  }
  const app = new Koa<CarrierState>()
  app.use(async (ctx, next) => {
    const note = ({ faults }: Notes) => void recordedFaults.push(faults)
    const recorded = { note } as RecordedExchange
    ctx.state.exchange = new CallExchange({ call: 'getToken', handset: null, message: null, recorded })
    await next()
    ctx.set('x-trace-id', 'the-trace')
  })
  app.use(applyFaults(() => effects, { stop: stop.signal, random: () => random, wait: (...given) => wait(...given) }))
  app.use((ctx) => {
    reached.push(ctx.state.exchange.forcedDecision?.code)
    ctx.body = ANSWERS[ctx.path]
    if (ctx.path === '/image') ctx.type = 'image/gif'
  })
  server = createServer(app.callback())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterEach(async () => {
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
})

/** Makes every wait last until it is aborted. `begun` and `ended` resolve for the first one. */
function holdWaits() {
  let begin = () => {}
  let end = () => {}
  const begun = new Promise<void>((resolve) => {
    begin = resolve
  })
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  wait = async (ms, signal) => {
    waited.push(ms)
    begin()
    await once(signal, 'abort')
    end()
  }
  return { begun, ended }
}

const post = () => fetch(`${origin}/token`, { method: 'POST' })

test('without a fault the answer is not changed', async () => {
  const response = await post()
  expect(await response.json()).toEqual(ANSWER)
  expect([reached, waited, recordedFaults]).toEqual([[undefined], [], []])
})

describe('a delay', () => {
  test.each([
    [{ delayMs: 2000 }, 0.9, [2000]],
    [{ delayMs: 2000, jitterMs: 500 }, 0.5, [2000]],
    [{ delayMs: 2000, jitterMs: 500 }, 0, [1500]],
    [{ delayMs: 2000, jitterMs: 500 }, 0.75, [2250]],
    [{ delayMs: 100, jitterMs: 100 }, 0, []],
    [{ delayMs: 0 }, 0.5, []],
  ])('of %j with the random number %d waits for %j ms', async (effect, at, expected) => {
    effects = [effect]
    random = at
    expect(await (await post()).json()).toEqual(ANSWER)
    expect(waited).toEqual(expected)
  })

  test('delays the answer, not the platform', async () => {
    effects = [{ delayMs: 2000 }]
    const { begun } = holdWaits()
    const answer = post()
    await begun
    expect(reached).toEqual([undefined])
    stop.abort()
    expect((await answer).status).toBe(200)
  })

  test('takes its time with a real timer', async () => {
    wait = reallyWait
    effects = [{ delayMs: 30 }]
    const began = performance.now()
    await (await post()).json()
    expect(performance.now() - began).toBeGreaterThanOrEqual(29)
  })

  test('ends when the client leaves', async () => {
    effects = [{ delayMs: 600_000 }]
    const { begun, ended } = holdWaits()
    const client = new AbortController()
    const answer = fetch(`${origin}/token`, { method: 'POST', signal: client.signal })
    await begun
    client.abort()
    await expect(answer).rejects.toThrow('aborted')
    await ended
  })

  test('ends when the simulator stops, also for later calls', async () => {
    wait = reallyWait
    effects = [{ delayMs: 600_000 }]
    const answer = post()
    while (reached.length === 0) await nextTurn()
    stop.abort()
    expect((await answer).status).toBe(200)
    expect((await post()).status).toBe(200)
  })
})

describe('a dropped connection', () => {
  test('with drop: request, the platform does not get the call', async () => {
    effects = [{ drop: 'request', delayMs: 10 }]
    await expect(post()).rejects.toThrow('fetch failed')
    expect([reached, waited]).toEqual([[], [10]])
  })

  test('with drop: answer, the platform has acted', async () => {
    effects = [{ drop: 'answer', delayMs: 10 }]
    await expect(post()).rejects.toThrow('fetch failed')
    expect([reached, waited]).toEqual([[undefined], [10]])
  })
})

test.each([500, 503, 599])(
  'status %i is the page of a proxy, and the platform does not get the call',
  async (status) => {
    effects = [{ status, code: '130018', delayMs: 5 }]
    const response = await post()
    expect([response.status, response.headers.get('content-type')]).toEqual([status, 'text/html; charset=utf-8'])
    expect(await response.text()).toContain('<html>')
    expect([reached, waited]).toEqual([[], [5]])
  },
)

test('a redirect answers with its address, and the platform does not get the call', async () => {
  effects = [{ redirect: 'http://captive.example/login' }]
  const response = await fetch(`${origin}/token`, { method: 'POST', redirect: 'manual' })
  expect([response.status, response.headers.get('location')]).toEqual([302, 'http://captive.example/login'])
  expect(reached).toEqual([])
})

test('the code 0 drops the connection after the delay', async () => {
  effects = [{ code: '0', delayMs: 1500 }]
  await expect(fetch(`${origin}/token`)).rejects.toThrow('fetch failed')
  expect([waited, reached]).toEqual([[1500], []])
})

test('a forced code is passed on to the platform', async () => {
  effects = [{ code: '130018' }]
  await post()
  expect(reached).toEqual(['130018'])
})

test('malformedJson is a complete answer with half of the JSON', async () => {
  effects = [{ malformedJson: true }]
  const response = await post()
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8'])
  const text = await response.text()
  expect(JSON.stringify(ANSWER).startsWith(text)).toBe(true)
  expect(() => JSON.parse(text)).toThrow('JSON')
})

test('contentType replaces the content type and keeps the body', async () => {
  effects = [{ contentType: 'text/html; charset=GBK' }]
  const response = await post()
  expect(response.headers.get('content-type')).toBe('text/html; charset=GBK')
  expect(await response.json()).toEqual(ANSWER)
})

test('wrongMsgId replaces the msgId and nothing else', async () => {
  effects = [{ wrongMsgId: true }]
  const { header, body } = (await (await post()).json()) as typeof ANSWER
  expect(header.msgId).toMatch(/^[0-9a-f]{32}$/)
  expect(header.msgId).not.toBe(ANSWER.header.msgId)
  expect([header.resultCode, body]).toEqual([ANSWER.header.resultCode, ANSWER.body])
})

test('wrongMsgId adds no msgId to an answer without one', async () => {
  effects = [{ wrongMsgId: true }]
  expect(await (await fetch(`${origin}/other`)).json()).toEqual({ status: 'ok' })
})

describe('a truncated image', () => {
  /** Everything that arrives until the server ends the connection. */
  function fetchRaw(): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const pieces: Buffer[] = []
      const socket = connect(Number(new URL(origin).port), '127.0.0.1', () => {
        socket.write('GET /image HTTP/1.1\r\nhost: localhost\r\n\r\n')
      })
      socket.on('data', (piece) => pieces.push(piece))
      socket.on('end', () => resolve(Buffer.concat(pieces)))
      socket.on('error', reject)
    })
  }

  test.each<FaultEffect>([{ truncatedImage: true }, { truncatedImage: true, slowBodyMs: 100 }])(
    'with %j announces the whole length and ends after half of it',
    async (effect) => {
      effects = [effect]
      const raw = await fetchRaw()
      const [head = '', body = ''] = raw.toString('latin1').split('\r\n\r\n')
      expect(head.toLowerCase()).toContain(`content-length: ${IMAGE.length}`)
      expect(head.toLowerCase()).toContain('content-type: image/gif')
      expect(body).toBe(IMAGE.subarray(0, IMAGE.length / 2).toString('latin1'))
    },
  )

  test('is an error for clients', async () => {
    effects = [{ truncatedImage: true }]
    const response = await fetch(`${origin}/image`)
    expect(response.status).toBe(200)
    await expect(response.arrayBuffer()).rejects.toThrow('terminated')
  })

  test('is not made of an answer that is not an image', async () => {
    effects = [{ truncatedImage: true }]
    expect(await (await post()).json()).toEqual(ANSWER)
  })
})

describe('a slow body', () => {
  test('arrives in 20 pieces over its time, complete and with every header', async () => {
    effects = [{ slowBodyMs: 200 }]
    const response = await post()
    expect(response.headers.get('content-length')).toBe(String(JSON.stringify(ANSWER).length))
    expect(response.headers.get('x-trace-id')).toBe('the-trace')
    expect(await response.json()).toEqual(ANSWER)
    expect(waited).toEqual(Array(20).fill(10))
  })

  test('is possible for an image and for a proxy’s page', async () => {
    effects = [{ slowBodyMs: 200 }]
    expect(Buffer.from(await (await fetch(`${origin}/image`)).arrayBuffer())).toEqual(IMAGE)
    effects = [{ slowBodyMs: 200, status: 502 }]
    expect(await (await post()).text()).toMatch(/<\/html>\n$/)
  })

  test('is possible for truncated JSON', async () => {
    effects = [{ slowBodyMs: 200, malformedJson: true }]
    const text = await (await post()).text()
    expect(text).toHaveLength(Math.ceil(JSON.stringify(ANSWER).length / 2))
  })

  test('does not delay the answer to a HEAD request', async () => {
    effects = [{ slowBodyMs: 200 }]
    expect((await fetch(`${origin}/image`, { method: 'HEAD' })).status).toBe(200)
    expect(waited).toEqual([])
  })

  test('ends when the client leaves', async () => {
    effects = [{ slowBodyMs: 600_000 }]
    const { begun, ended } = holdWaits()
    const client = new AbortController()
    const answer = fetch(`${origin}/token`, { method: 'POST', signal: client.signal })
    await begun
    client.abort()
    await expect(answer).rejects.toThrow('aborted')
    await ended
    expect(waited).toHaveLength(1)
  })

  test('ends when the simulator stops', async () => {
    effects = [{ slowBodyMs: 600_000 }]
    const { begun } = holdWaits()
    const answer = post()
    await begun
    stop.abort()
    await expect(answer).rejects.toThrow('fetch failed')
  })
})

test('several faults are applied together, and of two with the same effect the later one', async () => {
  effects = [{ delayMs: 5, contentType: 'text/html' }, { wrongMsgId: true }, { delayMs: 7 }]
  const response = await post()
  expect(response.headers.get('content-type')).toBe('text/html')
  expect(((await response.json()) as typeof ANSWER).header.msgId).not.toBe(ANSWER.header.msgId)
  expect(waited).toEqual([7])
  expect(recordedFaults).toEqual([effects])
})

test('any number of calls can wait at once without a warning about leaks', async () => {
  effects = [{ delayMs: 600_000 }]
  holdWaits()
  const answers = Array.from({ length: 30 }, post)
  while (waited.length < answers.length) await nextTurn()
  expect(getMaxListeners(stop.signal)).toBe(Number.POSITIVE_INFINITY)
  stop.abort()
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(Array(30).fill(200))
})
