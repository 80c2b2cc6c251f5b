// A business server over a stand-in of the platform, with a clock that tests move.
import { randomBytes } from 'node:crypto'
import {
  type BusinessType,
  type ConsentAnswer,
  composeHttpsPreSign,
  composePreSign,
  formatTimestamp,
  HTTPS_ID_ALPHABET,
  type HttpsEdition,
  type ImageEdition,
  SHANGHAI,
  type SignAnswer,
  type VerifyAnswer,
  type VerifyRequest,
} from '@local-number/protocol'
import { type CallFacts, createLocalNumberServer, createTraceId, type LocalNumberServerOptions } from '../../src'
import { createP256Keys, createRsaKeys } from './keys'
import { type PlatformStandIn, startPlatform } from './platform-stand-in'

export const APP_ID = '300011877495'
export const APP_KEY = 'A1B2C3D4E5F6'
export const PHONE = '13800138000'
export const OTHER = '13912345678'
/** What the carrier's script says of a device. */
export const INFORMATION = 'ZmluZ2VycHJpbnQ%3D'
export const NOON = Date.UTC(2026, 10, 22, 4, 0, 0)

export const customer = createRsaKeys()
export const carrier = createRsaKeys()
export const ticketKeys = createP256Keys()

export interface Clock {
  ms: number
}

/** An id with the width and alphabet of the mini-program's. */
export const createId = () => randomBytes(16).toString('hex').toUpperCase()

export function createPreSign(
  ms: number,
  changes: { appId?: string; msgId?: string; edition?: ImageEdition } = {},
): string {
  const { appId = APP_ID, msgId = createId(), edition = 'miniProgram' } = changes
  const timestamp = formatTimestamp(ms, SHANGHAI)
  return composePreSign({ appId, msgId, timestamp, uuid: createId(), version: '1.2' }, edition)
}

/** A traceId of the HTTPS edition, as a vendor's script makes it. */
export const createHttpsTraceId = () =>
  Array.from(randomBytes(32), (byte) => HTTPS_ID_ALPHABET[byte % HTTPS_ID_ALPHABET.length]).join('')

/** What a vendor's script of the HTTPS edition hands out to be signed. */
export function createHttpsPreSign(
  ms: number,
  changes: { appId?: string; traceId?: string; businessType?: BusinessType } = {},
): string {
  const { appId = APP_ID, traceId = createHttpsTraceId(), businessType = '1' } = changes
  return composeHttpsPreSign({ appId, businessType, traceId, timestamp: formatTimestamp(ms, SHANGHAI), version: '1.0' })
}

/** A number for each index. */
export const createWrongNumber = (index: number) => `1391234${String(index).padStart(4, '0')}`

export const createSession = () => randomBytes(16).toString('hex')

/** What a transport knows of a call: a trace id, and the changes. */
export const createFacts = (changes: Partial<CallFacts> = {}): CallFacts => ({ traceId: createTraceId(), ...changes })

export type Business = Awaited<ReturnType<typeof startBusiness>>

/** The required options. */
export const OPTIONS: LocalNumberServerOptions = {
  appId: APP_ID,
  appKey: APP_KEY,
  customerPrivateKey: customer.privateKey,
  platformPublicKey: carrier.publicKey,
  ticket: { privateKey: ticketKeys.privateKey, issuer: 'business', audience: 'shop' },
  hashSecret: 'a secret of the tests alone, long enough',
  consentVersions: ['2026-01'],
}

export async function startBusiness(changes: Partial<LocalNumberServerOptions> = {}) {
  const platform: PlatformStandIn = await startPlatform()
  const clock: Clock = { ms: NOON }
  const server = createLocalNumberServer({
    ...OPTIONS,
    verifyOrigin: platform.origin,
    now: () => clock.ms,
    ...changes,
  })

  const sign = (session = createSession(), preSign = createPreSign(clock.ms), binding?: string) =>
    server.sign({ preSign, consent: { version: '2026-01' }, session, binding }, createFacts())

  const signIds = (edition: HttpsEdition, session = createSession()): Promise<SignAnswer> =>
    server.sign({ edition, consent: { version: '2026-01' }, session }, createFacts())

  /** As the HTTPS edition does before the user taps. */
  const prefetch = (session = createSession(), edition: HttpsEdition = 'httpsMiniProgram'): Promise<SignAnswer> =>
    server.sign({ edition, session }, createFacts())

  const consent = (attemptId: string, version = '2026-01'): Promise<ConsentAnswer> =>
    server.consent({ attemptId, consent: { version } }, createFacts())

  const verify = (attemptId: string, phone = PHONE, changes: Partial<VerifyRequest> = {}): Promise<VerifyAnswer> =>
    server.verify(
      { attemptId, phone, token: `token-of-${attemptId}`, userInformation: INFORMATION, ...changes },
      createFacts(),
    )

  return {
    server,
    platform,
    clock,
    sign,
    /** Asks for ids with their signature: the HTTPS edition. */
    signIds,
    prefetch,
    consent,
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
