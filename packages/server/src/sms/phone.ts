// Which numbers get messages: those of the mainland. Any other price, and any other law, is another product.
import { type Msisdn, parseMsisdn } from '@local-number/protocol'
import { ServerError } from '../errors'

/** A country code that is not China's, after digits of other scripts became ASCII and separators went. */
const FOREIGN = /^(?:\+|00)(?!86)\d{5,}$/

/** @throws ServerError `countryUnsupported`, `phoneMalformed` */
export function requirePhone(typed: string): Msisdn {
  const phone = parseMsisdn(typed)
  if (phone !== null) return phone
  const isForeign = FOREIGN.test(typed.normalize('NFKC').replace(/[^\d+]/g, ''))
  throw new ServerError(isForeign ? 'countryUnsupported' : 'phoneMalformed')
}
