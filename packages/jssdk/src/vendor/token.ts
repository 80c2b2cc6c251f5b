// getTokenInfo as a promise: asks, and judges what the callbacks receive.
import type { TokenGrant } from '../attempt'
import { INTERFACE_FAILED, REQUEST_FAILED, RETURN_CODE, SdkError } from '../errors'
import { toMsisdnOwner } from '../token-call'
import { toRecord, type VendorData, type VendorYdrz } from './script'

/**
 * The first callback counts. A script may never call back: use a time limit.
 *
 * @throws SdkError `tokenRefused`, `requestFailed`
 */
export async function askToken(ydrz: VendorYdrz, data: VendorData & { readonly sign: string }): Promise<TokenGrant> {
  const result = await new Promise((success, reject) => {
    const error = (failed: unknown) => reject(toSdkError(failed))
    // It may throw, or reject if it is async: neither is an answer of the platform.
    new Promise((called) => called(ydrz.getTokenInfo({ data, success, error }))).catch(() => error(undefined))
  })
  return readGrant(result)
}

/** @throws SdkError: a success without a token is a failure [S FAQ 1], one without userInformation ends in 120020 */
function readGrant(result: unknown): TokenGrant {
  const { token, userInformation } = toRecord(result)
  if (!isText(token)) throw toSdkError(result)
  if (!isText(userInformation)) {
    throw new SdkError('requestFailed', 'the script returned a token without userInformation', INTERFACE_FAILED)
  }
  return { token, userInformation }
}

/** Codes for a missing answer, as opposed to a refusal. */
const UNANSWERED: readonly string[] = [REQUEST_FAILED, INTERFACE_FAILED]

function toSdkError(result: unknown): SdkError {
  const { code, msisdnOwner } = toRecord(result)
  const said = isText(code) || typeof code === 'number' ? String(code) : ''
  const returnCode = RETURN_CODE.test(said) ? said : REQUEST_FAILED
  const failed = UNANSWERED.includes(returnCode) ? 'requestFailed' : 'tokenRefused'
  const message = `the script returned no token, code ${returnCode}`
  return new SdkError(failed, message, returnCode, toMsisdnOwner(msisdnOwner))
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
