// Hands messages to an address of your own, such as a service that already sends your messages.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { request } from 'undici'
import { ServerError } from '../../errors'
import { hasNotConnected, MessageRefusedError, type MessageSender } from '../sender'

export interface WebhookSenderOptions {
  /** https, or http on loopback. */
  readonly url: string
  /** Signs each call: random text of at least 32 characters, which the receiver knows as well. */
  readonly secret: string
}

/** When the call was signed, in ms since 1970. */
export const TIME_HEADER = 'x-local-number-time'
/** `v1=` and the HMAC-SHA-256, in hex, of the time, a dot and the body. */
export const SIGNATURE_HEADER = 'x-local-number-signature'

const SHORTEST_SECRET = 32
const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/**
 * Creates a sender that posts `{ phone, code, locale, traceId }` as JSON. A 2xx means that the message is sent; a 4xx
 * or 503 that it certainly is not, so that the next sender is tried. After any other answer, or none, it may have been.
 * The receiver must check the signature: {@link isWebhookCall}.
 *
 * @throws ServerError `optionUnusable`
 */
export function createWebhookSender({ url, secret }: WebhookSenderOptions): MessageSender {
  requireUsable(url, secret)
  return {
    name: 'webhook',
    async send({ phone, code, locale, traceId }, signal) {
      const body = JSON.stringify({ phone, code, locale, traceId })
      const time = String(Date.now())
      const headers = {
        'content-type': 'application/json',
        [TIME_HEADER]: time,
        [SIGNATURE_HEADER]: sign(secret, time, body),
      }
      const status = await post(url, { headers, body, signal })
      if (status >= 200 && status < 300) return
      if ((status >= 400 && status < 500) || status === 503) throw new MessageRefusedError(`http.${status}`)
      throw Object.assign(new Error('the webhook failed'), { code: `http.${status}` })
    },
  }
}

async function post(url: string, options: { headers: Record<string, string>; body: string; signal: AbortSignal }) {
  try {
    const { statusCode, body } = await request(url, { method: 'POST', ...options })
    await body.dump()
    return statusCode
  } catch (error) {
    throw hasNotConnected(error) ? new MessageRefusedError('notConnected') : error
  }
}

function requireUsable(url: string, secret: string): void {
  const faults = Object.entries({ url: findWebhookUrlFault(url), secret: findWebhookSecretFault(secret) })
    .filter(([, fault]) => fault !== undefined)
    .map(([option, fault]) => `the ${option} of the webhook ${fault}`)
  if (faults.length > 0) throw new ServerError('optionUnusable', { detail: faults.join('; ') })
}

export function findWebhookUrlFault(url: string): string | undefined {
  const { protocol, hostname } = URL.canParse(url) ? new URL(url) : { protocol: '', hostname: '' }
  const isSafe = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname))
  return isSafe ? undefined : 'must be https, or http on loopback'
}

export function findWebhookSecretFault(secret: string): string | undefined {
  return secret.length < SHORTEST_SECRET ? `must have at least ${SHORTEST_SECRET} characters` : undefined
}

function sign(secret: string, time: string, body: string): string {
  return `v1=${createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')}`
}

/** What a receiver has of a call. */
export interface WebhookCall {
  /** The header `x-local-number-time`. */
  readonly time: string
  /** The header `x-local-number-signature`. */
  readonly signature: string
  /** As it came, not parsed. */
  readonly body: string
}

/** How far the receiver's clock may differ, and how long a call may take. */
const TOLERANCE_MS = 300_000

/**
 * For the receiver: whether the call is the sender's, and from now. Remember `traceId` and `code` of the calls of five
 * minutes if a repeated one must not send again.
 *
 * @param now in ms since 1970
 */
export function isWebhookCall({ time, signature, body }: WebhookCall, secret: string, now = Date.now()): boolean {
  const [sent, own] = [Buffer.from(signature), Buffer.from(sign(secret, time, body))]
  const isOwn = sent.length === own.length && timingSafeEqual(sent, own)
  return isOwn && Math.abs(now - Number(time)) <= TOLERANCE_MS
}
