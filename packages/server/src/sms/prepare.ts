// Loads what senders and captcha need, so that what is missing stops a service at its start and not a user later.
import type { SmsOptions } from './options'

/**
 * Resolves when every sender and the captcha can be used. Await it before your service takes requests: a server that
 * was created without it only writes to its log what is missing.
 *
 * @param sms the option `sms`; nothing is to be done without it
 * @throws ServerError `optionUnusable`, such as for a package that is not installed
 */
export async function prepareSms(sms: Pick<SmsOptions, 'senders' | 'verifyCaptcha'> | undefined): Promise<void> {
  await Promise.all([...(sms?.senders ?? []), sms?.verifyCaptcha].map((each) => each?.ready?.()))
}
