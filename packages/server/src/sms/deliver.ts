// Hands a message to the senders, within a time that the user waits at most. A second sender is asked only when the one
// before it has certainly not sent: the user must not pay attention to two messages, nor the customer for them.
import { raceSignal } from '../limit-time'
import type { Log } from '../log/log'
import { describeSenderError, isMessageRefused, type Message, type MessageSender } from './sender'

/** `unknown`: it may have been sent, so it counts as sent. */
export type Delivery = 'sent' | 'unknown' | 'refused'

export interface DeliveryOptions {
  readonly senders: readonly MessageSender[]
  /** For all senders together, in ms. */
  readonly timeoutMs: number
  readonly log: Log
}

export type Deliver = (message: Message) => Promise<Delivery>

export function createDelivery({ senders, timeoutMs, log }: DeliveryOptions): Deliver {
  return async (message) => {
    const { traceId } = message
    const signal = AbortSignal.timeout(timeoutMs)
    for (const sender of senders) {
      if (signal.aborted) break
      const error = await send(sender, message, signal)
      const fields = { traceId, sender: sender.name }
      if (error === null) {
        log.info(fields, 'the message was handed over')
        return 'sent'
      }
      const reason = describeSenderError(error)
      if (!isMessageRefused(error)) {
        log.warn({ ...fields, code: 'smsUnknown', reason }, 'nobody knows whether the message was sent')
        return 'unknown'
      }
      log.warn({ ...fields, code: 'smsRefused', reason }, 'the sender did not send the message')
    }
    return 'refused'
  }
}

/** Returns what it failed with, or `null`. */
async function send(sender: MessageSender, message: Message, signal: AbortSignal): Promise<unknown> {
  try {
    // A sender that throws at once counts like one that rejects.
    await raceSignal((async () => sender.send(message, signal))(), signal)
    return null
  } catch (error) {
    return error ?? new Error('rejected without an error')
  }
}
