// Builds the platform's verify request (protocol.md §5). Judging its answer is another function: `verify-verdict.ts`.
import { randomUUID } from 'node:crypto'
import { formatTimestamp, type Msisdn, SHANGHAI, type VerifyMobileRequest } from '@local-number/protocol'
import type { PrivateKey, PublicKey, SignatureOptions } from '@local-number/rsa'
import { rsaUtils } from '@local-number/rsa/node'
import { ServerError } from '../errors'

const VERSION = '1.0'

/** The app as the open platform knows it, with the two keys of protocol.md §5. */
export interface AppIdentity {
  readonly appId: string
  readonly appKey: string
  /** Signs the pre-sign and the verify call. */
  readonly customerPrivateKey: PrivateKey
  /** Encrypts phoneNum. */
  readonly platformPublicKey: PublicKey
  readonly signature: SignatureOptions
}

/** [S 2.5.1] leaves open whether the fingerprint is sent on as it came or with one layer of percent-encoding undone. */
export type UserInformationForm = 'asItCame' | 'decodedOnce'

export interface NumberToCheck {
  readonly phone: Msisdn
  readonly token: string
  readonly userInformation: string
}

export interface VerifyRequestOptions {
  readonly app: AppIdentity
  readonly userInformation: UserInformationForm
  /** The clock, in ms since 1970. */
  readonly now: () => number
}

/** @throws ServerError `requestMalformed` when userInformation is no percent-encoding and `decodedOnce` asks for one */
export async function buildVerifyRequest(
  { phone, token, userInformation }: NumberToCheck,
  { app, userInformation: form, now }: VerifyRequestOptions,
): Promise<VerifyMobileRequest> {
  const msgId = randomUUID().replaceAll('-', '')
  const timestamp = formatTimestamp(now(), SHANGHAI)
  const phoneNum = await rsaUtils.encrypt(`${phone}${app.appKey}${timestamp}`, app.platformPublicKey)
  const signed = `${app.appId}${msgId}${phoneNum}${timestamp}${token}${VERSION}`
  const sign = await rsaUtils.sign(signed, app.customerPrivateKey, app.signature)
  return {
    header: { version: VERSION, msgId, appId: app.appId, timestamp },
    body: { expandParams: '', phoneNum, token, sign, userInformation: FORMS[form](userInformation) },
  }
}

const FORMS: Readonly<Record<UserInformationForm, (text: string) => string>> = {
  asItCame: (text) => text,
  decodedOnce(text) {
    try {
      return decodeURIComponent(text)
    } catch {
      throw new ServerError('requestMalformed', { detail: 'check: userInformation' })
    }
  },
}
