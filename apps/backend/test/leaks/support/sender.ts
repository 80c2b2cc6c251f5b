// Sends requests as text, so that a canary can be anywhere in them, and keeps both sides.
import { BUSINESS_PATHS, SMS_PATHS, WECHAT_PHONE_PATH } from '@local-number/protocol'
import { exchange } from '../../support/exchange'

/** The paths of all routes that take a body. */
export const POST_PATHS = {
  ...BUSINESS_PATHS,
  smsSend: SMS_PATHS.send,
  smsCheck: SMS_PATHS.check,
  wechatPhone: WECHAT_PHONE_PATH,
} as const

export interface Request {
  readonly method?: string
  /** Its path with its query. */
  readonly target?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

export interface Sender {
  readonly sent: readonly string[]
  /** Without the tickets: they name the number, for the backend that checks them. */
  readonly received: readonly string[]
  send(request: Request): Promise<Record<string, string>>
  post(route: keyof typeof POST_PATHS, body: object): Promise<Record<string, string>>
  /** Any bytes, over a connection that the server ends. */
  sendBytes(bytes: Buffer): Promise<string>
}

export function createSender(origin: string): Sender {
  const [sent, received]: [string[], string[]] = [[], []]

  async function sendBytes(bytes: Buffer): Promise<string> {
    sent.push(bytes.toString('latin1'))
    const answer = await exchange(origin, [bytes])
    received.push(answer.replace(/"ticket":"[^"]*"/, ''))
    return answer
  }

  async function send(request: Request): Promise<Record<string, string>> {
    const answer = await sendBytes(toBytes(request))
    const body = answer.slice(answer.indexOf('\r\n\r\n') + 4)
    return body.startsWith('{') ? JSON.parse(body) : {}
  }

  return {
    sent,
    received,
    sendBytes,
    send,
    post: (route, body) => send({ target: POST_PATHS[route], body: JSON.stringify(body) }),
  }
}

/** A POST of JSON, unless it says otherwise. */
function toBytes({ method = 'POST', target = BUSINESS_PATHS.sign, headers = {}, body = '' }: Request): Buffer {
  const all = {
    host: 'x',
    connection: 'close',
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    ...headers,
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.concat([Buffer.from(`${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n`), Buffer.from(body)])
}
