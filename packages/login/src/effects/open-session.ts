// Lets the app open its session with the number that was proven.
import type { LoginEvent } from '../events'
import { inform } from '../listeners'
import type { StateOf } from '../states'
import type { EffectContext } from './context'

export async function openSession(
  { visit, phone, ticket, traceId, way }: StateOf<'openingSession'>,
  { ports, sessions }: EffectContext,
): Promise<LoginEvent> {
  try {
    await sessions.open(visit, () => ports.openSession?.({ phone, ticket, traceId, way }))
    return { type: 'sessionOpened' }
  } catch (error) {
    return { type: 'sessionRefused', message: readMessage(error) }
  }
}

/** Errors of the engine are faults of the app's code, or a failed fetch: not for users. */
const ENGINE_ERRORS: readonly string[] = ['TypeError', 'ReferenceError', 'RangeError', 'SyntaxError']

/** What the app says to its user. An engine's error surfaces as an uncaught one instead, where the app looks for it. */
function readMessage(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  if (!ENGINE_ERRORS.includes(error.name)) return error.message || null
  inform(() => {
    throw error
  })
  return null
}
