// Bodies of the business API, each unlike all others: the server signs no pre-sign twice.
import { randomBytes, randomInt } from 'node:crypto'
import { composePreSign, formatTimestamp, SHANGHAI, type SignRequest, type VerifyRequest } from '@local-number/protocol'
import { APP_ID } from './app'

const consent = { version: '1' }

export function createImageSign(): SignRequest {
  const preSign = composePreSign(
    {
      appId: APP_ID,
      msgId: randomBytes(16).toString('hex').toUpperCase(),
      timestamp: formatTimestamp(Date.now(), SHANGHAI),
      uuid: randomBytes(16).toString('hex'),
      version: '1.2',
    },
    'miniProgram',
  )
  return { preSign, consent, session: createSession() }
}

export function createHttpsSign(): SignRequest {
  return { edition: 'httpsMiniProgram', consent, session: createSession() }
}

/** A phone and a token that no other login has, in the sizes that the carrier's have. */
export function createVerify(attemptId: string): VerifyRequest {
  return {
    attemptId,
    phone: `13${randomInt(1e9).toString().padStart(9, '0')}`,
    token: `STsid0000001${randomBytes(36).toString('base64url')}`,
    userInformation: encodeURIComponent(`HUAWEI@@8.0.50@@Android 12@@${randomBytes(16).toString('hex')}`),
  }
}

function createSession(): string {
  return randomBytes(24).toString('base64url')
}
