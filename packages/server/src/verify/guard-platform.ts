// Stops calling a platform that is down.
import { createCircuit } from '../circuit'
import type { Log } from '../log/log'
import type { PlatformClient, PlatformReply } from './platform-client'

export interface GuardedPlatform extends PlatformClient {
  /** For how long the platform counts as down from now on, in ms; 0 if it does not. */
  getDownMs(): number
}

const DOWN: PlatformReply = { answered: false, fault: 'carrierDown', error: undefined }

export function guardPlatform(platform: PlatformClient, log: Log): GuardedPlatform {
  const { call, getDownMs } = createCircuit({
    hasFailed,
    onDown: () => log.error({}, 'the platform is down: checks are refused until it answers again'),
    onUp: () => log.info({}, 'the platform answers again'),
  })
  return {
    verify: async (message, owner) => (await call(() => platform.verify(message), owner)) ?? DOWN,
    getDownMs,
    close: () => platform.close(),
  }
}

/** What a gateway answers when the platform behind it does not. */
const GATEWAY_STATUSES: readonly number[] = [502, 503, 504]

/** Any other answer shows that the platform works, also a 500. */
function hasFailed(reply: PlatformReply): boolean {
  return !reply.answered || GATEWAY_STATUSES.includes(reply.status)
}
