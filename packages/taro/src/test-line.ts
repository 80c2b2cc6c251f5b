// Keeps builds for users away from the carrier's test line: there a token exists for any number (protocol.md §6).
import type { AttemptOptions, SdkOptions } from '@local-number/jssdk'
import { CARRIER_ORIGINS, type ExpandParams } from '@local-number/protocol'

type LineOptions = Pick<AttemptOptions, 'line' | 'expandParams'> & Pick<SdkOptions, 'origins'>

/** By its name, by its addresses, or by `phoneNum=`, which only this line reads. */
export function usesTestLine({ line, expandParams = '', origins }: LineOptions): boolean {
  const addresses = Object.values(origins?.production ?? CARRIER_ORIGINS.production)
  return line === 'test' || addresses.some((address) => TEST_ADDRESS.test(address)) || hasPhoneNum(expandParams)
}

/** Where the line was seen: two addresses, and a port of the carrier's own host in the HTTPS edition [G][H][V][N]. */
const TEST_ADDRESS = /^https?:\/\/(?:120\.197\.235\.10[12]\b|www\.cmpassport\.com:7009\b)/i

const PHONE_NUM = /(?:^|\|)phonenum=/

/** In any spelling: a platform may trim, decode or ignore case. */
function hasPhoneNum(expandParams: ExpandParams | string): boolean {
  const text =
    typeof expandParams === 'string'
      ? expandParams
      : Object.entries(expandParams)
          .map(([name, value]) => `${name}=${value}`)
          .join('|')
  return PHONE_NUM.test(decodePercent(text).replace(/\s/g, '').toLowerCase())
}

/** Removes percent-encoding as often as it was applied. Malformed escapes stay. */
function decodePercent(text: string): string {
  const once = text.replace(/%[0-7][0-9a-f]/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)))
  return once === text ? text : decodePercent(once)
}
