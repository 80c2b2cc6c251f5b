// A business server over a platform double, with a clock that stands still until told.
import { randomBytes } from 'node:crypto'
import { composePreSign, type Edition, formatTimestamp, SHANGHAI, type VerifyAnswer } from '@local-number/protocol'
import { createLocalNumberServer, type LocalNumberServerOptions, newTraceId } from '../../src'
import { p256Keys, rsaKeys } from './keys'
import { type PlatformDouble, startPlatformDouble } from './platform-double'

export const APP_ID = '300011877495'
export const APP_KEY = 'A1B2C3D4E5F6'
export const PHONE = '13800138000'
export const NOON = Date.UTC(2026, 10, 22, 4, 0, 0)

export const customer = rsaKeys()
export const carrier = rsaKeys()
export const ticketKeys = p256Keys()

export interface Clock {
  ms: number
}

/** Width and alphabet of the mini-program's ids. */
export const newId = () => randomBytes(16).toString('hex').toUpperCase()

export function preSignAt(ms: number, changes: { appId?: string; msgId?: string; edition?: Edition } = {}): string {
  const { appId = APP_ID, msgId = newId(), edition = 'miniProgram' } = changes
  const timestamp = formatTimestamp(ms, SHANGHAI)
  return composePreSign({ appId, msgId, timestamp, uuid: newId(), version: '1.2' }, edition)
}

export const newSession = () => randomBytes(16).toString('hex')

export type Business = Awaited<ReturnType<typeof startBusiness>>

/** All that a server needs. */
export const OPTIONS: LocalNumberServerOptions = {
  appId: APP_ID,
  appKey: APP_KEY,
  customerPrivateKey: customer.privateKey,
  platformPublicKey: carrier.publicKey,
  ticket: { privateKey: ticketKeys.privateKey, issuer: 'business', audience: 'shop' },
  hashSecret: 'a secret of the tests alone',
  consentVersions: ['2026-01'],
}

export async function startBusiness(changes: Partial<LocalNumberServerOptions> = {}) {
  const platform: PlatformDouble = await startPlatformDouble()
  const clock: Clock = { ms: NOON }
  const server = createLocalNumberServer({
    ...OPTIONS,
    verifyOrigin: platform.origin,
    now: () => clock.ms,
    ...changes,
  })

  const sign = (session = newSession(), preSign = preSignAt(clock.ms)) =>
    server.sign({ preSign, consent: { version: '2026-01' }, session }, newTraceId())

  const verify = (attemptId: string, phone = PHONE): Promise<VerifyAnswer> =>
    server.verify({ attemptId, phone, token: `token${newId()}`, userInformation: 'ZmluZ2VycHJpbnQ%3D' })

  return {
    server,
    platform,
    clock,
    sign,
    verify,
    /** A whole login: sign, then verify. */
    async login(session?: string, phone?: string) {
      return verify((await sign(session)).attemptId, phone)
    },
    async stop() {
      await server.close()
      await platform.close()
    },
  }
}
