// Receives the text messages that a business server under test sends, at the webhook that it is configured with.
import { EventEmitter, once } from 'node:events'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { parseJson } from '@local-number/service-kit'
import { z } from 'zod'
import { Unmet } from '../scenario'
import { type ListenAddress, listenFor } from './listen-for'

export interface Inbox {
  /** Where the server must post its messages. The path does not matter. */
  readonly origin: string
  /** The codes that a number was sent, oldest first. */
  listCodes(phone: string): readonly string[]
  /** Whether a message was waited for in vain, and none has ever come. */
  readonly isSilent: boolean
  /** How many messages came, to all numbers. */
  countMessages(): number
  /**
   * Waits for a message to a number.
   *
   * @param count which one: 1 is the first
   * @returns its code
   * @throws Unmet if it does not come within 5 s
   */
  waitForCode(phone: string, count: number): Promise<string>
  /** Never throws. */
  close(): Promise<void>
}

/** A server may hand its messages over after its answer. */
const LIMIT_MS = 5_000

/** What the webhook must carry; further fields do not matter. */
const messageShape = z.object({ phone: z.string(), code: z.string() })

/** @throws Unusable if the inbox cannot listen */
export async function openInbox(at: ListenAddress): Promise<Inbox> {
  const codes = new Map<string, string[]>()
  let isSilent = false
  const arrivals = new EventEmitter().setMaxListeners(0)
  const listCodes = (phone: string): readonly string[] => codes.get(phone) ?? []

  const receive = (body: string): number => {
    const { data } = messageShape.safeParse(parseJson(body))
    if (data === undefined) return 400
    codes.set(data.phone, [...listCodes(data.phone), data.code])
    isSilent = false
    arrivals.emit('message')
    return 204
  }
  const server = createServer((request, response) => {
    const answer = async () => void response.writeHead(receive(await text(request))).end()
    // A server that leaves in the middle of its message must not end the run.
    answer().catch(() => response.destroy())
  })
  const { origin, close } = await listenFor('inbox', server, at)

  return {
    origin,
    close,
    listCodes,
    get isSilent() {
      return isSilent
    },
    countMessages: () => [...codes.values()].flat().length,
    async waitForCode(phone, count) {
      const signal = AbortSignal.timeout(LIMIT_MS)
      for (;;) {
        const code = listCodes(phone)[count - 1]
        if (code !== undefined) return code
        await once(arrivals, 'message', { signal }).catch(() => {
          isSilent = codes.size === 0
          throw new Unmet(
            `a message must come within ${LIMIT_MS} ms: the server must post { phone, code } as JSON to --inbox`,
          )
        })
      }
    },
  }
}
