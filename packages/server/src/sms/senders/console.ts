// Shows messages to a developer instead of sending them.
import { maskMsisdn } from '@local-number/protocol'
import { ServerError } from '../../errors'
import type { MessageSender } from '../sender'

export interface ConsoleSenderOptions {
  /**
   * Gets one line per message.
   *
   * @default console.info
   */
  readonly write?: (line: string) => void
}

/**
 * Creates a sender for development alone: it writes codes where others may read them.
 *
 * @throws ServerError `optionUnusable` in a process with `NODE_ENV=production`
 */
export function createConsoleSender({ write = console.info }: ConsoleSenderOptions = {}): MessageSender {
  if (process.env.NODE_ENV === 'production') {
    throw new ServerError('optionUnusable', { detail: 'the console sender is for development: use another sender' })
  }
  return {
    name: 'console',
    send: async ({ phone, code }) => write(`The code for ${maskMsisdn(phone)} is ${code}.`),
  }
}
