// A login as a sequence diagram. It depends on React and one style sheet alone: the same component draws the page and
// the exported file.
import type { Trace } from '@local-number/simulator-contract'
import { useTexts } from '../texts/words'
import { arrowsOf } from './arrows'
import { CallSection } from './CallSection'
import { LANES } from './lanes'

export function Diagram({ trace }: { readonly trace: Trace }) {
  const texts = useTexts().diagram
  const isDeduced = trace.exchanges
    .flatMap((exchange) => arrowsOf(exchange, trace.line))
    .some(({ state }) => state === 'deduced')
  return (
    <section className="seq" aria-label={texts.diagramOf}>
      <div className="seq-lanes" aria-hidden="true">
        {LANES.map((lane) => (
          <span key={lane} className={`seq-lane seq-lane-${lane}`}>
            {texts.lanes[lane]}
          </span>
        ))}
      </div>
      <ol className="seq-calls">
        {trace.exchanges.map((exchange, place) => (
          <CallSection key={exchange.seq} trace={trace} exchange={exchange} previous={trace.exchanges[place - 1]} />
        ))}
      </ol>
      {isDeduced && <p className="seq-quiet seq-foot">{texts.deducedNote}</p>}
    </section>
  )
}
