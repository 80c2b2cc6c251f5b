// Creates scenarios of a business server, by what they need.
import type { Scenario } from '../scenario'
import { Login } from './login'
import type { Relay } from './relay'
import { MOST_WAIT_MS } from './server-clock'
import type { ServerSubject } from './subject'

type Facts = Omit<Scenario<ServerSubject>, 'run' | 'needs'>

/** Creates a scenario with logins on a simulator's handsets. */
export function createLoginScenario(
  facts: Facts,
  run: (subject: ServerSubject) => Promise<void>,
): Scenario<ServerSubject> {
  return { ...facts, needs: ['control'], run }
}

/** Creates a scenario that sees the verify calls to the platform, and can answer them itself. */
export function createRelayScenario(
  facts: Facts,
  run: (subject: ServerSubject, relay: Relay) => Promise<void>,
): Scenario<ServerSubject> {
  return {
    ...facts,
    needs: ['control', 'relay'],
    run: (subject) => withRelay(subject, () => run(subject, subject.relay)),
  }
}

/** `needs`: what a scenario needs besides the inbox. */
type SmsFacts = Omit<Scenario<ServerSubject>, 'run'>

/** Creates a scenario of the SMS way. Its messages go to made-up numbers. */
export function createSmsScenario(
  facts: SmsFacts,
  run: (subject: ServerSubject) => Promise<void>,
): Scenario<ServerSubject> {
  return {
    ...facts,
    needs: ['inbox', ...(facts.needs ?? [])],
    run: (subject) => run(subject).finally(() => subject.clock.restore()),
  }
}

/** Creates one that needs a second message to a number. */
export function createResendScenario(
  facts: SmsFacts,
  run: (subject: ServerSubject) => Promise<void>,
): Scenario<ServerSubject> {
  return createSmsScenario({ ...facts, waitsMs: MOST_WAIT_MS }, run)
}

/** Resets the relay before and after a scenario. */
export async function withRelay({ relay }: ServerSubject, run: () => Promise<void>): Promise<void> {
  relay.reset()
  try {
    await run()
  } finally {
    relay.reset()
  }
}

/** Starts a login on a new phone, up to its token. @throws Unmet */
export async function startLogin(subject: ServerSubject): Promise<Login> {
  return new Login(subject, await subject.addPhone()).begin()
}
