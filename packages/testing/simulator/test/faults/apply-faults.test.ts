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
/** What the middleware had waited for. */
let waited: number[]
let wait: Wait
/** What the platform has done, and been told to answer. */
let acted: (string | undefined)[]
/** What was recorded as applied. */
let recordedFaults: unknown[]

beforeEach(async () => {
  stop = new AbortController()
  effects = []
  random = 0.5
  waited = []
  acted = []
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
    acted.push(ctx.state.exchange.forcedDecision?.code)
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

/** From now on a wait ends only when it is aborted. Tells when the first has begun, and when it has ended. */
function hold() {
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

test('without a fault nothing is touched', async () => {
  const response = await post()
  expect(await response.json()).toEqual(ANSWER)
  expect([acted, waited, recordedFaults]).toEqual([[undefined], [], []])
})

describe('a delay', () => {
  test.each([
    [{ delayMs: 2000 }, 0.9, [2000]],
    [{ delayMs: 2000, jitterMs: 500 }, 0.5, [2000]],
    [{ delayMs: 2000, jitterMs: 500 }, 0, [1500]],
    [{ delayMs: 2000, jitterMs: 500 }, 0.75, [2250]],
    [{ delayMs: 100, jitterMs: 100 }, 0, []],
    [{ delayMs: 0 }, 0.5, []],
  ])('%j at the random number %d waits for %j ms', async (effect, at, expected) => {
    effects = [effect]
    random = at
    expect(await (await post()).json()).toEqual(ANSWER)
    expect(waited).toEqual(expected)
  })

  test('holds the answer back, not the platform', async () => {
    effects = [{ delayMs: 2000 }]
    const { begun } = hold()
    const answer = post()
    await begun
    expect(acted).toEqual([undefined])
    stop.abort()
    expect((await answer).status).toBe(200)
  })

  test('really takes its time', async () => {
    wait = reallyWait
    effects = [{ delayMs: 30 }]
    const began = performance.now()
    await (await post()).json()
    expect(performance.now() - began).toBeGreaterThanOrEqual(29)
  })

  test('ends when the client leaves', async () => {
    effects = [{ delayMs: 600_000 }]
    const { begun, ended } = hold()
    const client = new AbortController()
    const answer = fetch(`${origin}/token`, { method: 'POST', signal: client.signal })
    await begun
    client.abort()
    await expect(answer).rejects.toThrow('aborted')
    await ended
  })

  test('ends at once when the simulator stops, also for who comes later', async () => {
    wait = reallyWait
    effects = [{ delayMs: 600_000 }]
    const answer = post()
    while (acted.length === 0) await nextTurn()
    stop.abort()
    expect((await answer).status).toBe(200)
    expect((await post()).status).toBe(200)
  })
})

describe('a dropped connection', () => {
  test('before the request was heard', async () => {
    effects = [{ drop: 'request', delayMs: 10 }]
    await expect(post()).rejects.toThrow('fetch failed')
    expect([acted, waited]).toEqual([[], [10]])
  })

  test('after the platform has acted', async () => {
    effects = [{ drop: 'answer', delayMs: 10 }]
    await expect(post()).rejects.toThrow('fetch failed')
    expect([acted, waited]).toEqual([[undefined], [10]])
  })
})

test.each([500, 503, 599])('status %i is the page of some proxy, and the platform hears nothing', async (status) => {
  effects = [{ status, code: '130018', delayMs: 5 }]
  const response = await post()
  expect([response.status, response.headers.get('content-type')]).toEqual([status, 'text/html; charset=utf-8'])
  expect(await response.text()).toContain('<html>')
  expect([acted, waited]).toEqual([[], [5]])
})

test('a redirect leads away, and the platform hears nothing', async () => {
  effects = [{ redirect: 'http://captive.example/login' }]
  const response = await fetch(`${origin}/token`, { method: 'POST', redirect: 'manual' })
  expect([response.status, response.headers.get('location')]).toEqual([302, 'http://captive.example/login'])
  expect(acted).toEqual([])
})

test('no answer, as a code, is as late as it is told to be', async () => {
  effects = [{ code: '0', delayMs: 1500 }]
  await expect(fetch(`${origin}/token`)).rejects.toThrow('fetch failed')
  expect([waited, acted]).toEqual([[1500], []])
})

test('a forced code is for the platform to answer with', async () => {
  effects = [{ code: '130018' }]
  await post()
  expect(acted).toEqual(['130018'])
})

test('JSON that breaks off is a whole answer that does not parse', async () => {
  effects = [{ malformedJson: true }]
  const response = await post()
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8'])
  const text = await response.text()
  expect(JSON.stringify(ANSWER).startsWith(text)).toBe(true)
  expect(() => JSON.parse(text)).toThrow('JSON')
})

test('the content type is whatever it is told to be, the body the same', async () => {
  effects = [{ contentType: 'text/html; charset=GBK' }]
  const response = await post()
  expect(response.headers.get('content-type')).toBe('text/html; charset=GBK')
  expect(await response.json()).toEqual(ANSWER)
})

test('another msgId is echoed, and nothing else', async () => {
  effects = [{ wrongMsgId: true }]
  const { header, body } = (await (await post()).json()) as typeof ANSWER
  expect(header.msgId).toMatch(/^[0-9a-f]{32}$/)
  expect(header.msgId).not.toBe(ANSWER.header.msgId)
  expect([header.resultCode, body]).toEqual([ANSWER.header.resultCode, ANSWER.body])
})

test('an answer without a msgId gets none', async () => {
  effects = [{ wrongMsgId: true }]
  expect(await (await fetch(`${origin}/other`)).json()).toEqual({ status: 'ok' })
})

describe('an image that ends in the middle', () => {
  /** Everything that comes over the wire until the server ends the connection. */
  function rawAnswer(): Promise<Buffer> {
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
    '%j',
    async (effect) => {
      effects = [effect]
      const raw = await rawAnswer()
      const [head = '', body = ''] = raw.toString('latin1').split('\r\n\r\n')
      expect(head.toLowerCase()).toContain(`content-length: ${IMAGE.length}`)
      expect(head.toLowerCase()).toContain('content-type: image/gif')
      expect(body).toBe(IMAGE.subarray(0, IMAGE.length / 2).toString('latin1'))
    },
  )

  test('a client sees that it is not whole', async () => {
    effects = [{ truncatedImage: true }]
    const response = await fetch(`${origin}/image`)
    expect(response.status).toBe(200)
    await expect(response.arrayBuffer()).rejects.toThrow('terminated')
  })

  test('what is no image is not cut', async () => {
    effects = [{ truncatedImage: true }]
    expect(await (await post()).json()).toEqual(ANSWER)
  })
})

describe('a slow body', () => {
  test('dribbles in over its time, whole, with every header', async () => {
    effects = [{ slowBodyMs: 200 }]
    const response = await post()
    expect(response.headers.get('content-length')).toBe(String(JSON.stringify(ANSWER).length))
    expect(response.headers.get('x-trace-id')).toBe('the-trace')
    expect(await response.json()).toEqual(ANSWER)
    expect(waited).toEqual(Array(20).fill(10))
  })

  test('also of an image, and of a page', async () => {
    effects = [{ slowBodyMs: 200 }]
    expect(Buffer.from(await (await fetch(`${origin}/image`)).arrayBuffer())).toEqual(IMAGE)
    effects = [{ slowBodyMs: 200, status: 502 }]
    expect(await (await post()).text()).toMatch(/<\/html>\n$/)
  })

  test('of the rest of broken JSON', async () => {
    effects = [{ slowBodyMs: 200, malformedJson: true }]
    const text = await (await post()).text()
    expect(text).toHaveLength(Math.ceil(JSON.stringify(ANSWER).length / 2))
  })

  test('a HEAD request has none to wait for', async () => {
    effects = [{ slowBodyMs: 200 }]
    expect((await fetch(`${origin}/image`, { method: 'HEAD' })).status).toBe(200)
    expect(waited).toEqual([])
  })

  test('ends when the client leaves', async () => {
    effects = [{ slowBodyMs: 600_000 }]
    const { begun, ended } = hold()
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
    const { begun } = hold()
    const answer = post()
    await begun
    stop.abort()
    await expect(answer).rejects.toThrow('fetch failed')
  })
})

test('several faults are applied together, the later one counting where both speak', async () => {
  effects = [{ delayMs: 5, contentType: 'text/html' }, { wrongMsgId: true }, { delayMs: 7 }]
  const response = await post()
  expect(response.headers.get('content-type')).toBe('text/html')
  expect(((await response.json()) as typeof ANSWER).header.msgId).not.toBe(ANSWER.header.msgId)
  expect(waited).toEqual([7])
  expect(recordedFaults).toEqual([effects])
})

test('any number of calls may wait at once, and Node takes it for no leak', async () => {
  effects = [{ delayMs: 600_000 }]
  hold()
  const answers = Array.from({ length: 30 }, post)
  while (waited.length < answers.length) await nextTurn()
  expect(getMaxListeners(stop.signal)).toBe(Number.POSITIVE_INFINITY)
  stop.abort()
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(Array(30).fill(200))
})
