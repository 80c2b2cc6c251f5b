// Sends canaries through the SMS way: messages that arrive and that do not, guesses, repeats, captchas and refusals.

import type { HttpStandIn } from '../../../../../packages/server/test/sms/support/http-stand-in'
import { createSession } from '../../../../../packages/server/test/support/business'
import { DEVICE, RIGHT_NUMBER, STRAY_NUMBER, STRAY_TOKEN, WRONG_NUMBERS } from './canaries'
import type { Sender } from './sender'

const CONSENT = { version: '1' }

/** What both routes of the SMS way may get. */
export function createSmsBodies() {
  const user = {
    phone: RIGHT_NUMBER,
    consent: CONSENT,
    session: createSession(),
    binding: 'b'.repeat(43),
    device: DEVICE,
  }
  return { smsSend: { ...user, captcha: STRAY_TOKEN }, smsCheck: { ...user, code: '000000' } }
}

/** @param receiver gets the messages */
export async function walkThroughSms({ post }: Sender, receiver: HttpStandIn): Promise<void> {
  const { smsSend } = createSmsBodies()
  const { captcha: _, ...user } = smsSend
  await post('smsSend', user)
  await post('smsSend', user)
  const { code } = JSON.parse(receiver.seen[0]?.body ?? '{}')
  for (const guess of ['000000', '999999', code, code]) await post('smsCheck', { ...user, code: guess })
  await post('smsCheck', { ...user, session: createSession(), code })
  await post('smsSend', { ...user, phone: '+852 5123 4567' })
  // The third and the fourth message of the session.
  const [refused, late, beyond] = WRONG_NUMBERS
  for (const phone of [refused, late]) {
    receiver.answer = phone === refused ? () => ({ status: 400, body: STRAY_NUMBER }) : () => 'cut'
    await post('smsSend', { ...user, phone })
  }
  receiver.answer = () => ({ status: 500, body: STRAY_NUMBER })
  await post('smsSend', { ...user, phone: refused })
  await post('smsSend', { ...user, phone: beyond })
  await post('smsSend', { ...user, phone: beyond, captcha: STRAY_TOKEN })
}
