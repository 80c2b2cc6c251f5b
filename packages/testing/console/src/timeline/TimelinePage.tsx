// The list of logins and the chosen one beside it; without a choice, the newest as it happens.
import { type MouseEvent, useEffect } from 'react'
import { DeadEnd } from '../shell/DeadEnd'
import { Loading } from '../shell/notices'
import { traceOf } from '../state/console-state'
import { hashOf, hashOfTrace } from '../state/route'
import { useConsole } from '../state/use-console'
import { useTexts } from '../texts/words'
import { Empty } from './Empty'
import { TraceList } from './TraceList'
import { TraceView } from './TraceView'
import { useArrivals } from './use-arrivals'

export function TimelinePage({ chosen }: { readonly chosen: string | null }) {
  const texts = useTexts().timeline
  const { summaries, connection } = useConsole().state
  const arrivals = useArrivals(chosen, summaries ?? [])
  if (summaries === null) return connection === 'lost' ? null : <Loading />
  if (summaries.length === 0 && chosen === null) return <Empty />
  const shown = chosen ?? summaries[0]?.id ?? ''
  return (
    <div className={`timeline ${chosen === null ? 'timeline-list' : 'timeline-trace'}`}>
      <TraceList shown={shown} follows={chosen === null} />
      <div className="timeline-chosen" tabIndex={-1} onClickCapture={(event) => pinOnOpening(event, shown)}>
        {arrivals > 0 && (
          <a className="traces-new" href={hashOf('timeline')}>
            {texts.arrived(arrivals)}
          </a>
        )}
        <Chosen id={shown} />
      </div>
    </div>
  )
}

/** Who opens a message is reading: the next login must not take it away. */
function pinOnOpening({ target }: MouseEvent, id: string): void {
  if ((target as Element).closest('summary') !== null) window.location.replace(hashOfTrace(id))
}

function Chosen({ id }: { readonly id: string }) {
  const texts = useTexts().timeline
  const { state, readTrace } = useConsole()
  const read = state.read[id]
  const live = state.connection === 'live'
  useEffect(() => {
    if (live && read === undefined) readTrace(id)
  }, [id, live, read, readTrace])
  const trace = traceOf(state, id)
  if (read === 'missing' || (read === 'whole' && trace === null))
    return <DeadEnd title={texts.unknownTrace} sentence={texts.unknownTraceHint} />
  if (trace === null || trace.exchanges.length === 0) return <Loading />
  return <TraceView trace={trace} />
}
