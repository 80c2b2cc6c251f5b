// Why the connection is lost, and what to do about it.
import type { Outage, Problem } from '../state/console-state'
import { useConsole } from '../state/use-console'
import { useTexts } from '../texts/words'
import { Notice, ProblemNotice } from './notices'
import { TokenForm } from './TokenForm'

const NEED_TOKEN: ReadonlySet<Outage> = new Set(['unauthorized', 'wrongToken'])

export function Connection() {
  const texts = useTexts().shell
  const { connection, problem, simulator } = useConsole().state
  if (connection !== 'lost') return null
  const needsToken = hasOutage(NEED_TOKEN, problem)
  return (
    <div className="content-notice">
      {problem === null || (simulator !== null && !needsToken) ? (
        <Notice>{texts.reconnecting}</Notice>
      ) : (
        <ProblemNotice problem={problem} />
      )}
      {needsToken && <TokenForm />}
    </div>
  )
}

function hasOutage(outages: ReadonlySet<Outage>, problem: Problem | null): boolean {
  return problem !== null && 'outage' in problem && outages.has(problem.outage)
}
