// How a scenario of a business server is made, by what it needs.
import type { Scenario } from '../scenario'
import { Login } from './login'
import type { Relay } from './relay'
import type { ServerSubject } from './subject'

type Facts = Omit<Scenario<ServerSubject>, 'run' | 'needs'>

/** Logins on a simulator's phones. */
export function loginScenario(facts: Facts, run: (subject: ServerSubject) => Promise<void>): Scenario<ServerSubject> {
  return { ...facts, needs: ['control'], run }
}

/** Logins whose verify calls are watched, and may be answered by the suite. */
export function watchedScenario(
  facts: Facts,
  run: (subject: ServerSubject, relay: Relay) => Promise<void>,
): Scenario<ServerSubject> {
  return {
    ...facts,
    needs: ['control', 'relay'],
    run: (subject) => watched(subject, () => run(subject, subject.relay)),
  }
}

/** No call and no fault of another scenario's, and none left to the next. */
export async function watched({ relay }: ServerSubject, run: () => Promise<void>): Promise<void> {
  relay.reset()
  try {
    await run()
  } finally {
    relay.reset()
  }
}

/** A login on a phone of its own, up to its token. @throws Unmet when the server gets it nowhere */
export async function newLogin(subject: ServerSubject): Promise<Login> {
  return new Login(subject, await subject.newPhone()).begin()
}
