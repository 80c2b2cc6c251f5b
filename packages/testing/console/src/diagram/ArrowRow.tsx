// One arrow between two lanes, which opens to what the message carried. Plain HTML, so that it works without a script
// in the exported file.
import type { Exchange } from '@local-number/simulator-contract'
import { useTexts } from '../texts/words'
import { ArrowBody } from './ArrowBody'
import type { Arrow } from './arrow-types'
import { toSpan } from './lanes'
import { toNote } from './notes'

export interface ArrowRowProps {
  readonly arrow: Arrow
  readonly exchange: Exchange
  /** When the message was seen, after the start of the login; `null` for one that was only deduced. */
  readonly since: string | null
}

export function ArrowRow({ arrow, exchange, since }: ArrowRowProps) {
  const texts = useTexts().diagram
  const { left, lanes, points } = toSpan(arrow.from, arrow.to)
  const note = toNote(arrow, exchange, useTexts())
  const place = `seq-at-${left} seq-over-${lanes} seq-points-${points}`
  return (
    <li className={`seq-arrow seq-${arrow.state} seq-tone-${note.tone} ${place}`} data-arrow={arrow.kind}>
      <details open={note.isImportant}>
        <summary>
          <span className="seq-since">{since}</span>
          <span className="seq-track">
            <span className="seq-hidden">{texts.fromTo(texts.lanes[arrow.from], texts.lanes[arrow.to])}</span>
            <span className="seq-label">
              <span className="seq-name">
                {texts.arrows[arrow.kind]}
                {arrow.state === 'deduced' && <i className="seq-deduced-mark">{texts.states.deduced}</i>}
              </span>
              {note.text !== '' && <span className="seq-note">{note.text}</span>}
            </span>
            <span className="seq-line" aria-hidden="true" />
          </span>
        </summary>
        <div className="seq-body">
          <ArrowBody arrow={arrow} exchange={exchange} />
        </div>
      </details>
    </li>
  )
}
