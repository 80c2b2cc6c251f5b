// A login at a glance, above its diagram.
import { advise } from '@local-number/protocol/advice'
import { lookUp } from '@local-number/protocol/return-codes'
import type { Trace } from '@local-number/simulator-contract'
import { useTexts, useWords } from '../texts/words'
import { findLoss } from './alterations'
import { describeAlterations, describeLoss } from './describe-alterations'
import { type Fact, FactList } from './FactList'
import { useHandsetName } from './handset-names'
import { formatDateTime, formatDuration, measureDuration } from './times'
import { UntrustedText } from './UntrustedText'

export function Summary({ trace }: { readonly trace: Trace }) {
  const texts = useTexts().diagram
  const handset = useHandsetText(trace)
  const time = measureDuration(trace.exchanges)
  const facts: readonly Fact[] = [
    [texts.handset, handset ?? texts.noHandset],
    [texts.line, texts.lines[trace.line]],
    [texts.app, <UntrustedText key="app" text={trace.appId || texts.unknownValue} />],
    [texts.startedAt, formatDateTime(trace.startedAt)],
    [texts.duration, time === null ? texts.unknownValue : formatDuration(time, texts.units)],
    ['msgId', <UntrustedText key="msgId" text={trace.msgId || texts.unknownValue} />],
    [texts.traceId, trace.id],
  ]
  return (
    <header className={`seq-summary seq-outcome-${trace.outcome}`}>
      <h1>
        <span className="seq-number">{trace.msisdnMasked || texts.numberUnknown}</span>
        <span className="seq-badge">{texts.outcomes[trace.outcome]}</span>
        {trace.lastCode !== '' && <code>{trace.lastCode}</code>}
      </h1>
      <Meaning trace={trace} />
      <FactList className="seq-facts" facts={facts} />
    </header>
  )
}

/** The handset's name, and on a hotspot also the one whose SIM it used; `null` without a handset. */
function useHandsetText({ handset, exchanges }: Trace): string | null {
  const texts = useTexts().diagram
  const getName = useHandsetName()
  if (handset === null) return null
  const via = exchanges.find(({ enrichment }) => enrichment !== undefined)?.enrichment?.via ?? handset
  return via === handset ? getName(handset) : texts.onHotspot(getName(handset), getName(via))
}

const NEED_NO_ADVICE: ReadonlySet<Trace['outcome']> = new Set(['underWay', 'unfinished', 'verified'])

/** Why a login did not end well, and what to do. */
function Meaning({ trace }: { readonly trace: Trace }) {
  const { locale, texts } = useWords()
  const last = trace.exchanges.at(-1)
  if (last === undefined || last.answer === null) return null
  const altered = describeAlterations(last, texts)
  if (altered.length > 0) return <MeaningText title={altered.join(' ')} />
  const loss = findLoss(last)
  if (loss !== null) return <MeaningText title={describeLoss(loss, texts)} />
  if (NEED_NO_ADVICE.has(trace.outcome) || trace.lastCode === '') return null
  if (last.answer.status === null) return <MeaningText title={texts.diagram.noAnswer} />
  const { meaning, remedy } = advise(lookUp(last.call, trace.lastCode), locale)
  return <MeaningText title={meaning} text={remedy} />
}

function MeaningText({ title, text }: { readonly title: string; readonly text?: string }) {
  return (
    <p className="seq-meaning">
      <b>{title}</b>
      {text !== undefined && ` ${text}`}
    </p>
  )
}
