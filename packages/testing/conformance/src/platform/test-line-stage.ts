// A stage on the carrier's own test line: nothing can be changed there, and the number stands in the request.

import type { KeyPair } from './crypto'
import { digits } from './made-up'
import { type Customer, IMAGE_PARAMS, type Stage } from './stage'

/** The carrier's test line, with an app of somebody's own. */
export interface TestLine {
  /** Without a trailing slash. */
  readonly address: string
  readonly customer: Customer
  /** The numbers of the logins begin as this one does. */
  readonly testPhone: string
  readonly foreign: KeyPair
}

/** A stage on the carrier's test line: the same app every time, and a number of its own. */
export function testLineStage({ address, customer, testPhone, foreign }: TestLine): Stage {
  const msisdn = `${testPhone.slice(0, 6)}${digits(5)}`
  return {
    customer,
    foreign,
    msisdn,
    controls: null,
    imageParams: () => IMAGE_PARAMS.test(msisdn),
    way: (path) => ({ url: `${address}${path}`, headers: {} }),
    close: async () => undefined,
  }
}
