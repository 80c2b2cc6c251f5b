// The text messages of all handsets. One that is late lies here from the start: it is read once the clock is there.
import { randomUUID } from 'node:crypto'
import type { TextMessage } from '@local-number/simulator-contract'

/** The oldest are dropped when there are more. */
const MAX_MESSAGES = 200

type Delivered = Pick<TextMessage, 'handset' | 'text' | 'code'>

export interface InboxesOptions {
  /** The messages of an earlier run, as `save` received them. */
  readonly initial: readonly TextMessage[]
  /** The simulator's clock, in milliseconds since 1970. */
  readonly now: () => number
  /** Stores all messages. If it throws, the change has no effect. */
  readonly save: (messages: readonly TextMessage[]) => void
  readonly onChange: () => void
}

export class Inboxes {
  #messages: readonly TextMessage[]

  constructor(private readonly options: InboxesOptions) {
    this.#messages = options.initial
  }

  /** The newest first, also those that are on their way. */
  get all(): readonly TextMessage[] {
    return this.#messages
  }

  /**
   * Sends copies of a message to a handset.
   *
   * @param lateMs how long they take, in milliseconds
   */
  send(message: Delivered, { copies, lateMs }: { copies: number; lateMs: number }): void {
    const sentAt = this.options.now()
    const sent = Array.from({ length: copies }, () => ({
      id: randomUUID(),
      ...message,
      sentAt,
      arrivesAt: sentAt + lateMs,
    }))
    this.#replace([...sent, ...this.#messages].slice(0, MAX_MESSAGES))
  }

  /** What the handset has received, the newest first. */
  list(handset: string): readonly TextMessage[] {
    const now = this.options.now()
    const arrived = this.#messages.filter((message) => message.handset === handset && message.arrivesAt <= now)
    return [...arrived].sort((one, other) => other.arrivesAt - one.arrivesAt)
  }

  /** All messages without those of one handset. */
  listWithout(handset: string): readonly TextMessage[] {
    return this.#messages.filter((message) => message.handset !== handset)
  }

  /** Deletes the messages of one handset. */
  clearForHandset(handset: string): void {
    const left = this.listWithout(handset)
    if (left.length < this.#messages.length) this.#replace(left)
  }

  /** What was received before the clock was set back stays received. */
  capDates(now: number): void {
    const cap = (time: number) => Math.min(time, now)
    const capped = this.#messages.map((message) => ({
      ...message,
      sentAt: cap(message.sentAt),
      arrivesAt: cap(message.arrivesAt),
    }))
    this.options.save(capped)
    this.#messages = capped
  }

  #replace(messages: readonly TextMessage[]): void {
    this.options.save(messages)
    this.#messages = messages
    this.options.onChange()
  }
}
