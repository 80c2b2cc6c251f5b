// A login as a sequence diagram. It needs only React and one style sheet, so that it can also be drawn into the
// exported file.
import type { Trace } from '@local-number/simulator-contract'
import { useTexts } from '../texts/words'
import { toArrows } from './arrows'
import { CallSection } from './CallSection'
import { LANES } from './lanes'

export function Diagram({ trace }: { readonly trace: Trace }) {
  const texts = useTexts().diagram
  const isDeduced = trace.exchanges
    .flatMap((exchange) => toArrows(exchange, trace.line))
    .some(({ state }) => state === 'deduced')
  return (
    <section className="seq" aria-label={texts.diagramLabel}>
      <div className="seq-lanes" aria-hidden="true">
        {LANES.map((lane) => (
          <span key={lane} className={`seq-lane seq-lane-${lane}`}>
            {texts.lanes[lane]}
          </span>
        ))}
      </div>
      <ol className="seq-calls">
        {trace.exchanges.map((exchange, index) => (
          <CallSection key={exchange.seq} trace={trace} exchange={exchange} previous={trace.exchanges[index - 1]} />
        ))}
      </ol>
      {isDeduced && <p className="seq-quiet seq-foot">{texts.deducedNote}</p>}
    </section>
  )
}
