// getTokenInfo as a promise: asking, and judging whatever its callbacks say.
import type { TokenGrant } from '../attempt'
import { INTERFACE_FAILED, REQUEST_FAILED, SdkError } from '../errors'
import { fieldsOf, type VendorData, type VendorYdrz } from './script'

/**
 * The first callback counts. A script that never calls back is never done: give it a time limit.
 *
 * @throws SdkError `tokenRefused`, `requestFailed`
 */
export async function askToken(ydrz: VendorYdrz, data: VendorData & { readonly sign: string }): Promise<TokenGrant> {
  const result = await new Promise((success, reject) => {
    const error = (failed: unknown) => reject(failureOf(failed))
    // It may throw, and an async one reject: whatever that is, it is no answer of the platform.
    new Promise((called) => called(ydrz.getTokenInfo({ data, success, error }))).catch(() => error(undefined))
  })
  return grantOf(result)
}

/** @throws SdkError: a success without a token is a failure [S FAQ 1], one without userInformation ends in 120020 */
function grantOf(result: unknown): TokenGrant {
  const { token, userInformation } = fieldsOf(result)
  if (!isText(token)) throw failureOf(result)
  if (!isText(userInformation)) {
    throw new SdkError('requestFailed', 'the script gave a token without userInformation', INTERFACE_FAILED)
  }
  return { token, userInformation }
}

/** Codes that say that there was no answer, not that it was no. */
const UNANSWERED: readonly string[] = [REQUEST_FAILED, INTERFACE_FAILED]

/** What else a script may put there could be anybody's number. */
const RETURN_CODE = /^\d{1,8}$/

function failureOf(result: unknown): SdkError {
  const { code } = fieldsOf(result)
  const said = isText(code) || typeof code === 'number' ? String(code) : ''
  const returnCode = RETURN_CODE.test(said) ? said : REQUEST_FAILED
  const failed = UNANSWERED.includes(returnCode) ? 'requestFailed' : 'tokenRefused'
  return new SdkError(failed, `the script gave no token, code ${returnCode}`, returnCode)
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
