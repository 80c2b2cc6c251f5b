// One call: the time since the previous call, how it ended, how long it took, and its arrows.
import type { Exchange, Trace } from '@local-number/simulator-contract'
import { useTexts } from '../texts/words'
import { ArrowRow } from './ArrowRow'
import type { Arrow } from './arrow-types'
import { isAnswer, toArrows } from './arrows'
import { describeFault } from './describe-fault'
import { formatCode, getTone } from './notes'
import { formatClockTime, formatDuration, getGapBefore, type Units } from './times'

export interface CallSectionProps {
  readonly trace: Trace
  readonly exchange: Exchange
  readonly previous: Exchange | undefined
}

export function CallSection({ trace, exchange, previous }: CallSectionProps) {
  const texts = useTexts().diagram
  const gap = getGapBefore(exchange, previous)
  return (
    <li className="seq-call" data-seq={exchange.seq}>
      {gap !== null && (
        <p className="seq-gap">
          <span className="seq-track seq-gap-track">
            <b>{texts.gap(formatDuration(gap, texts.units))}</b>
          </span>
        </p>
      )}
      <CallHeading exchange={exchange} />
      <ol className="seq-arrows">
        {toArrows(exchange, trace.line).map((arrow) => (
          <ArrowRow
            key={arrow.kind}
            arrow={arrow}
            exchange={exchange}
            since={formatSince(arrow, exchange, trace, texts.units)}
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
      <span className="seq-quiet">{formatClockTime(at)}</span>
      {answer === null ? (
        <span className="seq-chip seq-chip-pending">{texts.states.pending}</span>
      ) : (
        <>
          <span className="seq-quiet">{texts.took(formatDuration(answer.ms, texts.units))}</span>
          <span className={`seq-chip seq-chip-${getTone(exchange, answer)}`}>{formatCode(answer)}</span>
        </>
      )}
      {faults.flatMap((effect) =>
        describeFault(effect, all).map((line) => (
          <span key={line} className="seq-chip seq-chip-fault">
            ⚡ {line}
          </span>
        )),
      )}
    </div>
  )
}

/** When the message was seen, after the start of the login. */
function formatSince(
  { kind, state }: Arrow,
  { at, answer }: Exchange,
  { startedAt }: Trace,
  units: Units,
): string | null {
  if (state === 'deduced' || state === 'pending') return null
  const seenAt = isAnswer(kind) ? at + (answer?.ms ?? 0) : at
  const passed = formatDuration(Math.round(seenAt - startedAt), units)
  return passed.startsWith('−') ? passed : `+${passed}`
}
