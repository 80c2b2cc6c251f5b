// The list of logins with the chosen one beside it; without a choice, the newest is followed.
import { type MouseEvent, useEffect } from 'react'
import { NotFound } from '../shell/NotFound'
import { Loading } from '../shell/notices'
import { findTrace } from '../state/console-state'
import { toHash, toTraceHash } from '../state/route'
import { useConsole } from '../state/use-console'
import { useTexts } from '../texts/words'
import { findChosen } from './find-chosen'
import { NoLogins } from './NoLogins'
import { TraceList } from './TraceList'
import { TraceView } from './TraceView'
import { useNewLogins } from './use-new-logins'

/** @param props `named`: what the address names; without it, the newest login is followed */
export function TimelinePage({ named }: { readonly named: string | null }) {
  const texts = useTexts().timeline
  const { summaries, connection } = useConsole().state
  const chosen = named === null ? null : findChosen(summaries ?? [], named)
  const newLogins = useNewLogins(chosen, summaries ?? [])
  if (summaries === null) return connection === 'lost' ? null : <Loading />
  if (summaries.length === 0 && chosen === null) return <NoLogins />
  const shown = chosen ?? summaries[0]?.id ?? ''
  return (
    <div className={`timeline ${chosen === null ? 'timeline-list' : 'timeline-trace'}`}>
      <TraceList shown={shown} follows={chosen === null} />
      <div className="timeline-chosen" tabIndex={-1} onClickCapture={(event) => pinOnOpening(event, shown)}>
        {newLogins > 0 && (
          <a className="traces-new" href={toHash('timeline')}>
            {texts.newLogins(newLogins)}
          </a>
        )}
        <ChosenLogin id={shown} />
      </div>
    </div>
  )
}

/** Chooses the login as soon as a message is opened, so that the next login does not replace it. */
function pinOnOpening({ target }: MouseEvent, id: string): void {
  if ((target as Element).closest('summary') !== null) window.location.replace(toTraceHash(id))
}

function ChosenLogin({ id }: { readonly id: string }) {
  const texts = useTexts().timeline
  const { state, readTrace } = useConsole()
  const read = state.read[id]
  const live = state.connection === 'live'
  useEffect(() => {
    if (live && read === undefined) readTrace(id)
  }, [id, live, read, readTrace])
  const trace = findTrace(state, id)
  if (read === 'missing' || (read === 'whole' && trace === null))
    return <NotFound title={texts.unknownTrace} sentence={texts.unknownTraceHint} />
  if (trace === null || trace.exchanges.length === 0) return <Loading />
  return <TraceView trace={trace} />
}
