// A fixture on the carrier's test line, where nothing can be changed and the number is part of the request.
import { PATHS } from '@local-number/protocol'
import type { KeyPair } from './crypto'
import { type Customer, type Fixture, HTTPS_PARAMS, IMAGE_PARAMS } from './fixture'
import { createDigits } from './random-values'

/** The carrier's test line, with an app that is registered there. */
export interface TestLine {
  /** Without a trailing slash. */
  readonly address: string
  /** Where the HTTPS edition's call is. @default scenarios of that edition are not applicable */
  readonly httpsAddress?: string | undefined
  readonly customer: Customer
  /** Logins use numbers with the same first six digits. */
  readonly testPhone: string
  readonly foreign: KeyPair
}

/** Uses the same app for every scenario, and another number. */
export function createTestLineFixture(testLine: TestLine): Fixture {
  const { address, httpsAddress = address, customer, testPhone, foreign } = testLine
  const msisdn = `${testPhone.slice(0, 6)}${createDigits(5)}`
  return {
    customer,
    foreign,
    msisdn,
    controls: null,
    imageParams: () => IMAGE_PARAMS.test(msisdn),
    httpsParams: () => HTTPS_PARAMS.test(msisdn),
    route: (path) => ({ url: `${path === PATHS.httpsGetMobile ? httpsAddress : address}${path}`, headers: {} }),
    close: async () => undefined,
  }
}
