// Magic numbers: each gives one outcome without any setup. 160, 0, a digit for the call, and the code in six digits:
// 16001111002 as the SIM's number makes getMobile answer 111002, 16003120020 typed by the user makes verify answer 120020.
//
// A magic number is nobody's: of the numbers that begin with 16, the ministry's table of March 2023 gives 162, 165, 166,
// 167 and 1619 to operators, and 160 to none (工业和信息化部, 我国公众移动通信网网号及 H₀ 分配情况, 2023-06-05).
import { type Call, RETURN_CODES } from '@local-number/protocol/return-codes'
import type { MagicNumber } from '@local-number/simulator-contract'

const PREFIX = '1600'
const CODE_DIGITS = 6

/** How a number comes to the call: getMobile and getToken know the SIM's alone, verify is asked about the typed one. */
const OF_CALL: Record<Call, { readonly digit: string; readonly as: MagicNumber['as'] }> = {
  getMobile: { digit: '1', as: 'sim' },
  getToken: { digit: '2', as: 'sim' },
  verify: { digit: '3', as: 'typed' },
}

/** No number gives a success: a login that needs one to succeed would be a back door. */
const NUMBERS: readonly MagicNumber[] = Object.values(RETURN_CODES)
  .flat()
  .filter(({ outcome }) => outcome !== 'success' && outcome !== 'verified')
  .map(({ call, code }) => ({
    msisdn: `${PREFIX}${OF_CALL[call].digit}${code.padStart(CODE_DIGITS, '0')}`,
    call,
    code,
    as: OF_CALL[call].as,
  }))

const BY_MSISDN: ReadonlyMap<string, MagicNumber> = new Map(NUMBERS.map((number) => [number.msisdn, number]))

/** All of them, call by call in the order of a login; `0` is a dropped connection. */
export function magicNumbers(): readonly MagicNumber[] {
  return NUMBERS
}

/** The code that this number makes this call answer with; `null` for an ordinary number, or another call's. */
export function magicCode(call: Call, msisdn: string): string | null {
  const number = BY_MSISDN.get(msisdn)
  return number?.call === call ? number.code : null
}
