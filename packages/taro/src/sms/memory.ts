// What a way remembers beyond a visit of it: who leaves for the message and comes back finds the code's field and the
// same countdown. Kept while the app runs, on no device.
import type { Wait } from '@local-number/login'
import type { ConsentMemory } from '../way/consent-actions'

/** Whose code the user may have. */
export interface Sent {
  /** The session id that the code belongs to: a login that was opened anew has another one. */
  readonly session: string
  /** In ms since 1970; 0 if nobody can say that a message was sent, or that its code still counts. */
  readonly expiresAt: number
}

export interface SmsMemory extends ConsentMemory {
  /** By number. */
  readonly sent: Map<string, Sent>
  /** By number: until when no other message can be requested. */
  readonly waits: Map<string, Wait | null>
}

export function createSmsMemory(): SmsMemory {
  return { sent: new Map(), waits: new Map(), agreedIn: null }
}
