// Magic numbers: each produces one outcome without any setup. 160, 0, a digit for the call, and the code in six digits:
// 16001111002 as the SIM's number makes getMobile answer 111002, 16003120020 typed by the user makes verify answer
// 120020. A text message has no return code: its digits say how often it arrives (0, 2), after how many seconds (60), or
// with which status its sender is refused (422).
//
// Magic numbers belong to no subscriber: of the numbers that begin with 16, the ministry's table of March 2023 gives
// 162, 165, 166, 167 and 1619 to operators, and 160 to none (工业和信息化部, 我国公众移动通信网网号及 H₀ 分配情况, 2023-06-05).
import { type Call, RETURN_CODES } from '@local-number/protocol/return-codes'
import type { FaultCall, FaultEffect, MagicNumber } from '@local-number/simulator-contract'

const PREFIX = '1600'
const CODE_DIGITS = 6

/** The phone's calls know only the SIM's number; verify is asked about the typed number. */
const CALLS: Record<FaultCall, { readonly digit: string; readonly as: MagicNumber['as'] }> = {
  getMobile: { digit: '1', as: 'sim' },
  getToken: { digit: '2', as: 'sim' },
  httpsGetMobile: { digit: '4', as: 'sim' },
  verify: { digit: '3', as: 'typed' },
  textMessage: { digit: '5', as: 'typed' },
}

const MESSAGE_EFFECTS: Readonly<Record<string, FaultEffect>> = {
  '0': { lost: true },
  '2': { duplicated: true },
  '60': { delayMs: 60_000 },
  '422': { refused: true },
}

const createNumber = (call: FaultCall, code: string): MagicNumber => ({
  msisdn: `${PREFIX}${CALLS[call].digit}${code.padStart(CODE_DIGITS, '0')}`,
  call,
  code,
  as: CALLS[call].as,
})

/** None produces a success: a number that always logs in would be a back door. */
const NUMBERS: readonly MagicNumber[] = [
  ...Object.values(RETURN_CODES)
    .flat()
    .filter(({ outcome }) => outcome !== 'success' && outcome !== 'verified')
    .map(({ call, code }) => createNumber(call, code)),
  ...Object.keys(MESSAGE_EFFECTS).map((code) => createNumber('textMessage', code)),
]

const BY_MSISDN: ReadonlyMap<string, MagicNumber> = new Map(NUMBERS.map((number) => [number.msisdn, number]))

/**
 * Lists all magic numbers, call by call in the order of a login, those of text messages last. The code `0` is a dropped
 * connection, or a message that is lost.
 *
 * @example
 * ```ts
 * listMagicNumbers().find(({ call, code }) => call === 'verify' && code === '120020')?.msisdn // '16003120020'
 * ```
 */
export function listMagicNumbers(): readonly MagicNumber[] {
  return NUMBERS
}

/** A code that a magic number asked for. */
export interface MagicDecision {
  /** `0` drops the connection. */
  readonly code: string
  readonly cause: null
}

/** `null` for an ordinary number, and for a magic number of another call. */
export function findMagicDecision(call: Call, msisdn: string): MagicDecision | null {
  const number = BY_MSISDN.get(msisdn)
  return number?.call === call ? { code: number.code, cause: null } : null
}

/** What happens to a text message to a magic number; `null` for any other number. */
export function findMagicEffect(msisdn: string): FaultEffect | null {
  const number = BY_MSISDN.get(msisdn)
  return number?.call === 'textMessage' ? (MESSAGE_EFFECTS[number.code] ?? null) : null
}
