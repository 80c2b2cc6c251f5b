// SMS on a developer's machine: the business server's webhook delivers to the inboxes of the simulator's handsets.
import { randomBytes } from 'node:crypto'
import type { SmsOptions } from '@local-number/server/sms'
import { createWebhookSender } from '@local-number/server/sms'
import type { Simulator } from '@local-number/simulator'

/** Many logins from one machine are one developer's. One session still gets three messages, as in production. */
const MESSAGES_A_DAY = 1_000

const LOOPBACK = /^http:\/\/(?:127\.|localhost|\[::1\])/

/**
 * @param adminToken of the simulator, if it has one
 * @returns no options if the simulator's admin API is not on loopback, to which a webhook needs https
 */
export function createSms(
  { adminOrigin }: Pick<Simulator, 'adminOrigin'>,
  adminToken: string | undefined,
): { readonly sms?: SmsOptions } {
  if (!LOOPBACK.test(adminOrigin)) return {}
  const url = new URL('/_sim/messages', adminOrigin)
  if (adminToken) url.searchParams.set('token', adminToken)
  // The simulator checks no signature.
  const secret = randomBytes(32).toString('hex')
  const limits = {
    sendsPerAddress: MESSAGES_A_DAY,
    sendsPerNumberFreely: MESSAGES_A_DAY,
    sendsPerNumber: MESSAGES_A_DAY,
  }
  return { sms: { senders: [createWebhookSender({ url: url.href, secret })], limits } }
}
