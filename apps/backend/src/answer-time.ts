// How long an answer may take besides the server's own work: closing waits for it.
import type { ServerSettings } from '@local-number/server'

/** In ms: of the slowest way. */
export function sumAnswerMs({ times, sms, wechat }: Pick<ServerSettings, 'times' | 'sms' | 'wechat'>): number {
  const { platformTimeoutMs, beforeTicketTimeoutMs } = times
  const { captchaTimeoutMs = 0, sendTimeoutMs = 0 } = sms?.times ?? {}
  const { timeoutMs: wechatTimeoutMs = 0 } = wechat ?? {}
  const proofMs = Math.max(platformTimeoutMs, wechatTimeoutMs)
  const ways = [
    proofMs + beforeTicketTimeoutMs,
    captchaTimeoutMs + sendTimeoutMs,
    // A code may arrive before the sender's answer, for which its check waits.
    sendTimeoutMs && sendTimeoutMs + beforeTicketTimeoutMs,
  ]
  return Math.max(...ways)
}
