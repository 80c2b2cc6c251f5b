// What must hold for every backend, whatever a client sends.
import { BUSINESS_PATHS } from '@local-number/protocol'
import fc from 'fast-check'
import { createPreSign, createSession } from '../../../../../packages/server/test/support/business'
import { createBytes } from '../../../../../packages/testing/simulator/test/fuzz/support/bytes'
import { Wire } from '../../../../../packages/testing/simulator/test/fuzz/support/wire'
import { exchange, readStatuses } from '../../support/exchange'
import { AMBIGUOUS, SMUGGLED_TRACE_ID } from './ambiguous'
import { expectAnswered, expectSound } from './expect-sound'
import { ALL_PATHS, createRequests } from './requests'
import { answerOddly, type FuzzTarget, findFaults } from './target'

/** Far fewer signatures than the service makes at a time. */
const AT_A_TIME = 20

const createSignBody = () =>
  JSON.stringify({ preSign: createPreSign(Date.now()), consent: { version: '1' }, session: createSession() })

/**
 * @param start starts what is fuzzed
 * @param inputs how many, if FUZZ_INPUTS does not say. They are then the same in every run
 */
export function describeFuzz(start: () => Promise<FuzzTarget>, inputs: number): void {
  const { FUZZ_INPUTS } = process.env
  const all = Number(FUZZ_INPUTS ?? inputs)
  /** fast-check prints the seed of a failure. */
  const run = (share: number) => ({ numRuns: Math.ceil(all * share), ...(FUZZ_INPUTS === undefined && { seed: 1 }) })
  const timeLimit = 60_000 + 50 * all

  let target: FuzzTarget
  let wire: Wire
  const attemptIds: string[] = []

  async function sign(): Promise<string> {
    const headers = { 'content-type': 'application/json' }
    const init = { method: 'POST', headers, body: createSignBody() }
    return Object(await (await fetch(target.origin + BUSINESS_PATHS.sign, init)).json()).attemptId
  }

  beforeAll(async () => {
    target = await start()
    answerOddly(target.platform)
    wire = new Wire(target.origin)
    while (attemptIds.length < all / 10)
      attemptIds.push(...(await Promise.all(Array.from({ length: AT_A_TIME }, sign))))
  }, timeLimit)

  afterEach(async () => {
    expect(findFaults(target.readLog())).toEqual([])
    expect((await fetch(`${target.origin}/healthz`)).status).toBe(200)
    expect(await sign()).toEqual(expect.any(String))
  })

  afterAll(async () => {
    wire.close()
    await target.close()
  })

  test(
    'requests to every route, and to paths like them, get a sound answer',
    async () => {
      let taken = 0
      const takeAttemptId = () => {
        taken += 1
        return attemptIds[taken % attemptIds.length] as string
      }
      const property = fc.asyncProperty(createRequests(takeAttemptId), (request) => expectAnswered(wire, request))
      await fc.assert(property, run(0.7))
    },
    timeLimit,
  )

  test(
    'any bytes end their connection in time',
    async () => {
      const bytes = createBytes(ALL_PATHS, Buffer.from(createSignBody()))
      const property = fc.asyncProperty(bytes, fc.constantFrom('end', 'leave'), async (sent, afterwards) => {
        const answer = await new Wire(target.origin).send(sent, { afterwards })
        if (answer !== null) expectSound(answer)
      })
      await fc.assert(property, run(0.2))
    },
    timeLimit,
  )

  test(
    'pipelined requests are answered in order, however the bytes are split',
    async () => {
      const get = { text: () => 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n', status: 200 }
      const missing = { text: () => 'HEAD /none HTTP/1.1\r\nHost: x\r\n\r\n', status: 404 }
      const post = {
        text: () => {
          const body = createSignBody()
          const head = `POST ${BUSINESS_PATHS.sign} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n`
          return `${head}Content-Length: ${body.length}\r\n\r\n${body}`
        },
        status: 200,
      }
      const last = { text: () => 'GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', status: 200 }
      const row = fc.array(fc.constantFrom(get, missing, post), { maxLength: 4 }).map((requests) => [...requests, last])
      const sizes = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 5 })
      const property = fc.asyncProperty(row, sizes, async (requests, pieces) => {
        const bytes = Buffer.from(requests.map(({ text }) => text()).join(''))
        const answer = await exchange(target.origin, cut(bytes, pieces))
        expect(readStatuses(answer)).toEqual(requests.map(({ status }) => status))
      })
      await fc.assert(property, run(0.1))
    },
    timeLimit,
  )

  test.each(Object.entries(AMBIGUOUS))('%s: the request is refused, and nothing behind it is read', async (_, text) => {
    const answer = await exchange(target.origin, [Buffer.from(text, 'latin1')])
    expect(readStatuses(answer)).toEqual([400])
    expect(target.readLog().join('')).not.toContain(SMUGGLED_TRACE_ID)
  })
}

/** Pieces of these sizes, in turn. */
function cut(bytes: Buffer, sizes: readonly number[]): readonly Buffer[] {
  const pieces: Buffer[] = []
  for (let start = 0; start < bytes.length; ) {
    const piece = bytes.subarray(start, start + (sizes[pieces.length % sizes.length] as number))
    pieces.push(piece)
    start += piece.length
  }
  return pieces
}
