// One call: how long after the last one it came, how it went and how long it took, and its arrows.
import type { Exchange, Trace } from '@local-number/simulator-contract'
import { useTexts } from '../texts/words'
import { ArrowRow } from './ArrowRow'
import type { Arrow } from './arrow-types'
import { arrowsOf, isAnswer } from './arrows'
import { faultLines } from './fault-lines'
import { codeText, toneOf } from './notes'
import { clockTime, duration, gapBefore, type Units } from './times'

export interface CallSectionProps {
  readonly trace: Trace
  readonly exchange: Exchange
  readonly previous: Exchange | undefined
}

export function CallSection({ trace, exchange, previous }: CallSectionProps) {
  const texts = useTexts().diagram
  const gap = gapBefore(exchange, previous)
  return (
    <li className="seq-call" data-seq={exchange.seq}>
      {gap !== null && (
        <p className="seq-gap">
          <span className="seq-track seq-gap-track">
            <b>{texts.gap(duration(gap, texts.units))}</b>
          </span>
        </p>
      )}
      <CallHeading exchange={exchange} />
      <ol className="seq-arrows">
        {arrowsOf(exchange, trace.line).map((arrow) => (
          <ArrowRow
            key={arrow.kind}
            arrow={arrow}
            exchange={exchange}
            since={since(arrow, exchange, trace, texts.units)}
          />
        ))}
      </ol>
    </li>
  )
}

function CallHeading({ exchange }: { readonly exchange: Exchange }) {
  const all = useTexts()
  const texts = all.diagram
  const { call, at, answer, faults } = exchange
  return (
    <div className="seq-heading">
      <h2>
        {texts.calls[call]} <code>{call}</code>
      </h2>
      <span className="seq-quiet">{clockTime(at)}</span>
      {answer === null ? (
        <span className="seq-chip seq-chip-pending">{texts.states.pending}</span>
      ) : (
        <>
          <span className="seq-quiet">{texts.took(duration(answer.ms, texts.units))}</span>
          <span className={`seq-chip seq-chip-${toneOf(exchange, answer)}`}>{codeText(answer)}</span>
        </>
      )}
      {faults.flatMap((effect) =>
        faultLines(effect, all).map((line) => (
          <span key={line} className="seq-chip seq-chip-fault">
            ⚡ {line}
          </span>
        )),
      )}
    </div>
  )
}

/** When the arrow was seen, after the login's start. */
function since({ kind, state }: Arrow, { at, answer }: Exchange, { startedAt }: Trace, units: Units): string | null {
  if (state === 'deduced' || state === 'pending') return null
  const seenAt = isAnswer(kind) ? at + (answer?.ms ?? 0) : at
  const passed = duration(Math.round(seenAt - startedAt), units)
  return passed.startsWith('−') ? passed : `+${passed}`
}
