// Stops asking a WeChat that is down.
import { createCircuit } from '../circuit'
import type { Log } from '../log/log'
import type { PhoneReply, WechatClient } from './wechat-client'

export interface GuardedWechat {
  /** Spends a code, unless WeChat is down: then `null`, and the code is not spent. Never rejects. */
  findPhone(code: string): Promise<PhoneReply | null>
  /** For how long WeChat counts as down from now on, in ms; 0 if it does not. */
  getDownMs(): number
}

export function guardWechat(client: Pick<WechatClient, 'findPhone'>, log: Log): GuardedWechat {
  const code = 'wechatDown'
  const { call, getDownMs } = createCircuit<PhoneReply>({
    hasFailed: (reply) => reply.state === 'unavailable' && reply.isDown,
    onDown: () => log.error({ code }, 'WeChat is down: its button is refused until it answers again'),
    onUp: () => log.info({}, 'WeChat answers again'),
  })
  return { findPhone: (phoneCode) => call(() => client.findPhone(phoneCode)), getDownMs }
}
