// What one wants to know of a login at a glance, above its diagram.
import { advise } from '@local-number/protocol/advice'
import { lookUp } from '@local-number/protocol/return-codes'
import type { Trace } from '@local-number/simulator-contract'
import { useTexts, useWords } from '../texts/words'
import { type Fact, FactList } from './FactList'
import { useHandsetName } from './handset-names'
import { StrangersText } from './StrangersText'
import { lossOf } from './spoilt'
import { lossText, spoiltTexts } from './spoilt-texts'
import { dateTime, duration, lasted } from './times'

export function Summary({ trace }: { readonly trace: Trace }) {
  const texts = useTexts().diagram
  const handset = useHandsetOf(trace)
  const time = lasted(trace.exchanges)
  const facts: readonly Fact[] = [
    [texts.handset, handset ?? texts.noHandset],
    [texts.line, texts.lines[trace.line]],
    [texts.app, <StrangersText key="app" text={trace.appId || texts.unknownValue} />],
    [texts.startedAt, dateTime(trace.startedAt)],
    [texts.duration, time === null ? texts.unknownValue : duration(time, texts.units)],
    ['msgId', <StrangersText key="msgId" text={trace.msgId || texts.unknownValue} />],
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

/** Its name, and whose SIM it really used on a hotspot; `null` without a handset. */
function useHandsetOf({ handset, exchanges }: Trace): string | null {
  const texts = useTexts().diagram
  const nameOf = useHandsetName()
  if (handset === null) return null
  const via = exchanges.find(({ enrichment }) => enrichment !== undefined)?.enrichment?.via ?? handset
  return via === handset ? nameOf(handset) : texts.onHotspot(nameOf(handset), nameOf(via))
}

const SPEAK_FOR_THEMSELVES: ReadonlySet<Trace['outcome']> = new Set(['underWay', 'verified'])

/** What a login that did not end well came to, and what to do. */
function Meaning({ trace }: { readonly trace: Trace }) {
  const { locale, texts } = useWords()
  const last = trace.exchanges.at(-1)
  if (last === undefined || last.answer === null) return null
  const spoilt = spoiltTexts(last, texts)
  if (spoilt.length > 0) return <MeaningText title={spoilt.join(' ')} />
  const loss = lossOf(last)
  if (loss !== null) return <MeaningText title={lossText(loss, texts)} />
  if (SPEAK_FOR_THEMSELVES.has(trace.outcome) || trace.lastCode === '') return null
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
