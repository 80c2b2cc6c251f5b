// Shows messages to a developer instead of sending them.
import { maskMsisdn } from '@local-number/protocol'
import { ServerError } from '../../errors'
import type { MessageSender } from '../sender'

export interface ConsoleSenderOptions {
  /**
   * Gets one line per message.
   *
   * @default the process's standard output
   */
  readonly write?: ((line: string) => void) | undefined
}

const print = (line: string) => void process.stdout.write(`${line}\n`)

/**
 * Creates a sender for development alone: it writes codes where others may read them.
 *
 * @throws ServerError `optionUnusable` in a process with `NODE_ENV=production`
 */
export function createConsoleSender({ write = print }: ConsoleSenderOptions = {}): MessageSender {
  if (process.env.NODE_ENV === 'production') {
    throw new ServerError('optionUnusable', { detail: 'the console sender is for development: use another sender' })
  }
  return {
    name: 'console',
    send: async ({ phone, code }) => write(`The code for ${maskMsisdn(phone)} is ${code}.`),
  }
}
