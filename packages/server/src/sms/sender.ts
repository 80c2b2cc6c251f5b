// The port of the senders of text messages, and how a sender says that it sent nothing.

export interface Message {
  /** 11 digits. */
  readonly phone: string
  /** 6 digits. Never write it to a log. */
  readonly code: string
  /** The language of the terms that the user agreed to, as a BCP 47 tag; `null` if the page does not say. */
  readonly locale: string | null
  readonly traceId: string
}

export interface MessageSender {
  /** For the log. */
  readonly name: string
  /**
   * Sends one message, once: no repeats of its own. Resolves when it is accepted.
   *
   * @param signal ends when nobody waits any more. Until it settles, the message takes one of 256 places: the process
   *   sends no more at the same time
   * @throws MessageRefusedError if it was certainly not sent: the next sender is then tried. After any other error, the
   *   message counts as sent, because it may have been
   */
  send(message: Message, signal: AbortSignal): Promise<void>
  /**
   * Resolves when it can send, such as when its client library is loaded. A service waits for it when it starts:
   * `prepareSms`.
   *
   * @throws ServerError `optionUnusable`
   */
  ready?(): Promise<unknown>
}

/** A message that was certainly not sent. Recognized by its `name`, so that senders of your own need not import it. */
export class MessageRefusedError extends Error {
  override readonly name = 'MessageRefusedError'

  /** @param reason the sender's own code, for the log: 1–64 characters of `0-9A-Za-z_.:-`, without 6 digits in a row */
  constructor(readonly reason: string) {
    super(`the message was not sent: ${reason}`)
  }
}

export function isMessageRefused(error: unknown): boolean {
  return Object(error).name === 'MessageRefusedError'
}

/** A text that no code of a message hides in. */
const WITHOUT_CODE = /^(?!.*\d{6})[\w.:-]{1,64}$/

/** What a log may know of a sender's error: its message may quote the request, and with it the code. */
export function describeSenderError(error: unknown): string {
  return findReason(error, (text) => WITHOUT_CODE.test(text))
}

/** The same of an error of the captcha's provider, which may quote the proof, or be a part of it. */
export function describeCaptchaError(error: unknown, proof: string): string {
  return findReason(error, (text) => WITHOUT_CODE.test(text) && !text.includes(proof) && !proof.includes(text))
}

function findReason(error: unknown, isSafe: (text: string) => boolean): string {
  const { reason, code, name, cause, message } = Object(error)
  // An SDK may keep nothing of a failed connection but its message.
  const network = NOT_CONNECTED.find((each) => String(message).includes(each))
  return (
    [reason, code, Object(cause).code, network, name].find((each) => typeof each === 'string' && isSafe(each)) ??
    'unknown'
  )
}

/** Errors of a connection that never came about. */
export const NOT_CONNECTED: readonly string[] = [
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'],
  // Node ends an attempt with all addresses under this code.
  'ERR_SOCKET_CONNECTION_TIMEOUT',
]

/** Whether a request failed before anything of it was sent. */
export function hasNotConnected(error: unknown): boolean {
  const { code, cause, errors } = Object(error)
  if (NOT_CONNECTED.includes(code)) return true
  if (Array.isArray(errors) && errors.length > 0) return errors.every(hasNotConnected)
  return cause !== undefined && hasNotConnected(cause)
}
