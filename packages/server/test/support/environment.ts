// A complete, usable environment of a business server.
import { APP_ID, APP_KEY, carrier, customer } from './business'
import { createP256Keys } from './keys'

export const serverEnvironment = {
  NODE_ENV: 'test',
  LOCAL_NUMBER_APP_ID: APP_ID,
  LOCAL_NUMBER_APP_KEY: APP_KEY,
  LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY: customer.privateKey,
  LOCAL_NUMBER_PLATFORM_PUBLIC_KEY: carrier.publicKey,
  LOCAL_NUMBER_TICKET_PRIVATE_KEY: createP256Keys().privateKey,
  LOCAL_NUMBER_HASH_SECRET: 'a secret of the tests alone, long enough',
}
