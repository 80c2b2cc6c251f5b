// A whole, usable environment, and a log that can be read.
import { carrier, customer } from '../../../../packages/server/test/support/business'
import { ed25519Keys } from '../../../../packages/server/test/support/keys'

export { customer }

export const environment = {
  NODE_ENV: 'test',
  PORT: '0',
  LOCAL_NUMBER_APP_ID: '300011877495',
  LOCAL_NUMBER_APP_KEY: 'A1B2C3D4E5F6A7B8',
  LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY: customer.privateKey,
  LOCAL_NUMBER_PLATFORM_PUBLIC_KEY: carrier.publicKey,
  LOCAL_NUMBER_TICKET_PRIVATE_KEY: ed25519Keys().privateKey,
  LOCAL_NUMBER_HASH_SECRET: 'a secret of the tests alone, long enough',
}

/** A destination for the log that keeps its lines. */
export function logLines() {
  const lines: string[] = []
  return { lines, write: (line: string) => void lines.push(line) }
}
