// A captcha in front of a test's business server: Tencent Cloud's API accepts the proofs of whoever picked the cup.
import { createTencentCaptcha } from '@local-number/server/sms'
import type { StackOptions } from '@local-number/stack'
import { ACCESS, startTencent } from '../../packages/server/test/sms/support/tencent-stand-in'

export interface CaptchaProvider {
  readonly verifyCaptcha: NonNullable<StackOptions['verifyCaptcha']>
  /** The tickets that the business server has asked about, in order. */
  readonly tickets: readonly string[]
  stop(): Promise<void>
}

const ACCEPTED = 1
/** 验证码已过期 or made up: one of those that refuse. */
const REFUSED = 8

export async function startCaptcha(): Promise<CaptchaProvider> {
  const tickets: string[] = []
  const api = await startTencent((body) => {
    const { Ticket } = body as { readonly Ticket: string }
    tickets.push(Ticket)
    const CaptchaCode = Ticket === 'cup' ? ACCEPTED : REFUSED
    return { body: { Response: { CaptchaCode, CaptchaMsg: '', RequestId: 'r' } } }
  })
  const keys = { ...ACCESS, appId: 199_999_164, appSecretKey: 'the captcha’s own secret' }
  return {
    verifyCaptcha: createTencentCaptcha({ ...keys, origin: api.origin }),
    tickets,
    stop: () => api.close(),
  }
}
