// What the browser's tab says: the page or the login, then whose page it is.
import { type ConsoleState, traceOf } from '../state/console-state'
import type { Route } from '../state/route'
import type { Texts } from '../texts/texts'

export function titleOf(route: Route, state: ConsoleState, texts: Texts): string {
  return `${subjectOf(route, state, texts)} – ${texts.shell.title}`
}

function subjectOf(route: Route, state: ConsoleState, { shell, diagram }: Texts): string {
  if (route.page === null) return shell.notFound
  const trace = route.trace === null ? null : traceOf(state, route.trace)
  if (trace === null) return shell.pages[route.page]
  const { msisdnMasked, outcome, lastCode } = trace
  return `${msisdnMasked || diagram.numberUnknown} · ${diagram.outcomes[outcome]} ${lastCode}`.trim()
}
