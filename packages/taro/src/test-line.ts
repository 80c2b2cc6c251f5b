// Keeps builds for users off the carrier's test line: there a token exists for any number (protocol.md §6).
import type { AttemptOptions, SdkOptions } from '@local-number/jssdk'
import { CARRIER_ORIGINS, type ExpandParams } from '@local-number/protocol'

type LineOptions = Pick<AttemptOptions, 'line' | 'expandParams'> & Pick<SdkOptions, 'origins'>

/** By its name, by its addresses, or by the `phoneNum=` that it alone understands. */
export function usesTestLine({ line, expandParams = '', origins }: LineOptions): boolean {
  const { getMobile, getToken } = origins?.production ?? CARRIER_ORIGINS.production
  return line === 'test' || TEST_ADDRESS.test(getMobile) || TEST_ADDRESS.test(getToken) || namesPhoneNum(expandParams)
}

/** Both addresses that the line was seen at [G][H]. */
const TEST_ADDRESS = /^https?:\/\/120\.197\.235\.10[12]\b/

const PHONE_NUM = /(?:^|\|)phonenum=/

/** However it is spelled: a platform may trim, decode or ignore case before it reads. */
function namesPhoneNum(expandParams: ExpandParams | string): boolean {
  const text =
    typeof expandParams === 'string'
      ? expandParams
      : Object.entries(expandParams)
          .map(([name, value]) => `${name}=${value}`)
          .join('|')
  return PHONE_NUM.test(decoded(text).replace(/\s/g, '').toLowerCase())
}

/** Percent-encoding taken off, as often as it was put on; an escape that is none stays. */
function decoded(text: string): string {
  const once = text.replace(/%[0-7][0-9a-f]/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)))
  return once === text ? text : decoded(once)
}
