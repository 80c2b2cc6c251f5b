// The title of the browser tab: the page or the login, then the program.
import { type ConsoleState, findTrace } from '../state/console-state'
import type { Route } from '../state/route'
import type { Texts } from '../texts/texts'

export function getTitle(route: Route, state: ConsoleState, texts: Texts): string {
  return `${getSubject(route, state, texts)} – ${texts.shell.title}`
}

function getSubject(route: Route, state: ConsoleState, { shell, diagram }: Texts): string {
  if (route.page === null) return shell.notFound
  const trace = route.trace === null ? null : findTrace(state, route.trace)
  if (trace === null) return shell.pages[route.page]
  const { msisdnMasked, outcome, lastCode } = trace
  return `${msisdnMasked || diagram.numberUnknown} · ${diagram.outcomes[outcome]} ${lastCode}`.trim()
}
