// SMS on a developer's machine: the business server's webhook delivers to the inboxes of the simulator's handsets.
import { randomBytes } from 'node:crypto'
import type { BackendConfig } from '@local-number/backend'
import type { Simulator } from '@local-number/simulator'
import type { Environment } from './config'

/** Many logins from one machine are one developer's. One session still gets three messages, as in production. */
const MESSAGES_A_DAY = 1_000

const LIMITS = {
  sendsPerAddress: MESSAGES_A_DAY,
  sendsPerNumberFreely: MESSAGES_A_DAY,
  sendsPerNumber: MESSAGES_A_DAY,
} as const

const LOOPBACK = /^http:\/\/(?:127\.|localhost|\[::1\])/

/**
 * @param adminToken of the simulator, if it has one
 * @returns no variables if the simulator's admin API is not on loopback, to which a webhook needs https
 */
export function createSmsEnvironment(
  { adminOrigin }: Pick<Simulator, 'adminOrigin'>,
  adminToken: string | undefined,
): Environment {
  if (!LOOPBACK.test(adminOrigin)) return {}
  const url = new URL('/_sim/messages', adminOrigin)
  if (adminToken) url.searchParams.set('token', adminToken)
  return {
    LOCAL_NUMBER_SMS_SENDERS: 'webhook',
    LOCAL_NUMBER_SMS_WEBHOOK_URL: url.href,
    // The simulator checks no signature.
    LOCAL_NUMBER_SMS_WEBHOOK_SECRET: randomBytes(32).toString('hex'),
  }
}

type Server = BackendConfig['server']

/** Asks a captcha's provider about a proof. */
export type VerifyCaptcha = NonNullable<NonNullable<Server['sms']>['verifyCaptcha']>

/** The SMS way with the limits of a developer's machine, if it is set up. */
export function allowManyMessages(
  { sms }: Server,
  verifyCaptcha: VerifyCaptcha | undefined = sms?.verifyCaptcha,
): Pick<Server, 'sms'> {
  return sms ? { sms: { ...sms, limits: { ...sms.limits, ...LIMITS }, verifyCaptcha } } : {}
}
