// Hands a message to the senders, within a time that the user waits at most. A second sender is asked only when the one
// before it has certainly not sent: the user must not pay attention to two messages, nor the customer for them.
import { toServerError } from '../errors'
import { raceSignal } from '../limit-time'
import type { Log } from '../log/log'
import type { Room } from '../room'
import type { SmsTimes } from './options'
import { describeSenderError, isMessageRefused, type Message, type MessageSender } from './sender'

/** `unknown`: it may have been sent, so it counts as sent. */
export type Delivery = 'sent' | 'unknown' | 'refused'

/** What the stores may take before the senders are asked and after their answer, in ms. */
const STORES_MS = 1_000

/** From a code's first moment on, when its message is no longer with a sender: sent, or refused and taken back. In ms. */
export function getSendingMs({ sendTimeoutMs }: Pick<SmsTimes, 'sendTimeoutMs'>): number {
  return sendTimeoutMs + STORES_MS
}

export interface DeliveryOptions {
  readonly senders: readonly MessageSender[]
  /** For all senders together, in ms. */
  readonly timeoutMs: number
  readonly room: Room
  readonly log: Log
}

/** A place for one message. */
export interface DeliveryPlace {
  deliver(message: Message): Promise<Delivery>
  /** Gives the place back once the senders have settled: what nobody waits for any more still runs. */
  leave(): void
}

/** @throws ServerError `overloaded` if there is no place */
export type TakeDeliveryPlace = () => DeliveryPlace

export function createDelivery({ senders, timeoutMs, room, log }: DeliveryOptions): TakeDeliveryPlace {
  return () => {
    const leave = room.takePlace()
    const handed: Promise<void>[] = []

    async function deliver(message: Message): Promise<Delivery> {
      const { traceId } = message
      const signal = AbortSignal.timeout(timeoutMs)
      for (const sender of senders) {
        if (signal.aborted) break
        // A sender that throws at once counts like one that rejects.
        const sending = (async () => sender.send(message, signal))()
        handed.push(sending)
        const error = await raceSignal(sending, signal).then(() => null, toError)
        const fields = { traceId, sender: sender.name }
        if (error === null) {
          log.info(fields, 'the message was handed over')
          return 'sent'
        }
        const reason = describeSenderError(error)
        if (!hasNotSent(error)) {
          log.warn({ ...fields, code: 'smsUnknown', reason }, 'nobody knows whether the message was sent')
          return 'unknown'
        }
        log.warn({ ...fields, code: 'smsRefused', reason }, 'the sender did not send the message')
      }
      return 'refused'
    }

    return { deliver, leave: () => void Promise.allSettled(handed).then(leave) }
  }
}

/** It said so, or its package or an option of it cannot be used. */
function hasNotSent(error: unknown): boolean {
  return isMessageRefused(error) || toServerError(error).code === 'optionUnusable'
}

/** What a sender failed with. */
function toError(reason: unknown): unknown {
  return reason ?? new Error('rejected without an error')
}
