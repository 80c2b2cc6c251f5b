// One keep-alive connection on which any bytes can be sent. The answer is parsed as HTTP.
import { connect, type Socket } from 'node:net'

export interface WireAnswer {
  readonly status: number
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

export interface Sending {
  /** HEAD is answered without a body. @default GET */
  readonly method?: string
  /** After the last byte: wait for the answer, end the sending side, or leave at once. @default wait */
  readonly afterwards?: 'wait' | 'end' | 'leave'
}

/** Longer than any answer takes, even on a busy machine. */
const TIME_LIMIT_MS = 25_000

export class Wire {
  #socket: Socket | undefined

  constructor(private readonly origin: string) {}

  /**
   * Sends bytes and waits for the answer.
   *
   * @returns `null` if the connection ended without an answer
   * @throws if nothing happens in time: the server hangs
   */
  async send(bytes: Uint8Array, { method = 'GET', afterwards = 'wait' }: Sending = {}): Promise<WireAnswer | null> {
    const socket = this.#open()
    const answer = waitForAnswer(socket, method)
    if (afterwards === 'wait') socket.write(bytes)
    else if (afterwards === 'end') socket.end(bytes)
    else socket.write(bytes, () => socket.destroy())
    const received = await answer
    if (
      afterwards !== 'wait' ||
      received === null ||
      received.headers.connection === 'close' ||
      isEndless(received.headers)
    ) {
      this.close()
    }
    return received
  }

  close(): void {
    this.#socket?.destroy()
    this.#socket = undefined
  }

  #open(): Socket {
    if (this.#socket && !this.#socket.destroyed && this.#socket.writable) return this.#socket
    const { hostname, port } = new URL(this.origin)
    this.#socket = connect({ host: hostname, port: Number(port), noDelay: true })
    // A server that refuses early resets the connection, which is not an error here.
    this.#socket.on('error', () => undefined)
    return this.#socket
  }
}

function waitForAnswer(socket: Socket, method: string): Promise<WireAnswer | null> {
  return new Promise((resolve, reject) => {
    let received = Buffer.alloc(0)
    const settle = (answer: WireAnswer | null) => {
      clearTimeout(timer)
      socket.off('data', onData)
      socket.off('close', onClose)
      resolve(answer)
    }
    const onData = (piece: Buffer) => {
      received = Buffer.concat([received, piece])
      const answer = readAnswer(received, { method, ended: false })
      if (answer) settle(answer)
    }
    const onClose = () => settle(readAnswer(received, { method, ended: true }))
    const timer = setTimeout(() => {
      socket.destroy()
      reject(new Error(`no answer within ${TIME_LIMIT_MS} ms`))
    }, TIME_LIMIT_MS)
    socket.on('data', onData)
    socket.on('close', onClose)
  })
}

const NO_BODY = new Set([204, 304])

function readAnswer(bytes: Buffer, { method, ended }: { method: string; ended: boolean }): WireAnswer | null {
  const headEnd = bytes.indexOf('\r\n\r\n')
  if (headEnd < 0) return null
  const [first = '', ...lines] = bytes.toString('latin1', 0, headEnd).split('\r\n')
  const status = Number(/^HTTP\/1\.1 (\d{3}) ?/.exec(first)?.[1] ?? Number.NaN)
  const rest = bytes.subarray(headEnd + 4)
  if (status === 100) return readAnswer(rest, { method, ended })

  const headers = Object.fromEntries(lines.map(parseHeader))
  if (method === 'HEAD' || NO_BODY.has(status) || isEndless(headers)) return { status, headers, body: Buffer.alloc(0) }
  const isChunked = headers['transfer-encoding'] === 'chunked'
  const length = Number(headers['content-length'])
  const body = isChunked ? parseChunks(rest) : rest.subarray(0, Number.isNaN(length) ? rest.length : length)
  const isWhole = body !== null && (isChunked || ended || body.length === length)
  return isWhole ? { status, headers, body } : null
}

function parseHeader(line: string): [name: string, value: string] {
  const colon = line.indexOf(':')
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
}

/** `null` until the last chunk has arrived. */
function parseChunks(bytes: Buffer): Buffer | null {
  const chunks: Buffer[] = []
  for (let start = 0; ; ) {
    const lineEnd = bytes.indexOf('\r\n', start)
    const size = Number.parseInt(bytes.toString('latin1', start, lineEnd), 16)
    if (lineEnd < 0 || bytes.length < lineEnd + 4 + size) return null
    if (size === 0) return Buffer.concat(chunks)
    chunks.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size))
    start = lineEnd + 4 + size
  }
}

/** Server-sent events have no end. */
function isEndless(headers: Readonly<Record<string, string>>): boolean {
  return (headers['content-type'] ?? '').startsWith('text/event-stream')
}
