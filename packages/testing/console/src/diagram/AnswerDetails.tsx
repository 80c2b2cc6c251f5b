// The answer: what the caller saw, what it really was, and what to do about it.
import { ADVICE, type AdviceOnCode, advise } from '@local-number/protocol/advice'
import { CAUSE_ACTORS, lookUp } from '@local-number/protocol/return-codes'
import type { Exchange, ExchangeAnswer } from '@local-number/simulator-contract'
import { useTexts, useWords } from '../texts/words'
import { type Fact, FactList } from './FactList'
import { isGood, toneOf } from './notes'
import { spoiltTexts } from './spoilt-texts'

export function AnswerDetails({ exchange }: { readonly exchange: Exchange }) {
  const all = useTexts()
  const texts = all.diagram
  const { answer } = exchange
  if (answer === null) return <p className="seq-quiet">{texts.waiting}</p>
  const facts: readonly Fact[] = [
    [texts.httpStatus, answer.status ?? texts.dropped],
    [texts.outerCode, answer.outerCode || texts.unknownValue],
    [texts.innerCode, <b key="innerCode">{answer.innerCode || texts.unknownValue}</b>],
  ]
  return (
    <section className={`seq-finding seq-finding-${toneOf(exchange, answer)}`}>
      <h3>{texts.answer}</h3>
      <FactList facts={facts} />
      {spoiltTexts(exchange, all).map((text) => (
        <p key={text} className="seq-reason">
          {text}
        </p>
      ))}
      <CodeAdvice exchange={exchange} answer={answer} />
    </section>
  )
}

interface CodeAdviceProps {
  readonly exchange: Exchange
  readonly answer: ExchangeAnswer
}

function CodeAdvice({ exchange, answer }: CodeAdviceProps) {
  const { call } = exchange
  const { locale, texts } = useWords()
  const advice = advise(lookUp(call, answer.innerCode), locale)
  const good = isGood(call, answer)
  // An image that loaded has no code in any document, nor has an answer of a proxy: there is nothing to say about it.
  if (answer.status === null) return <p className="seq-reason">{texts.diagram.noAnswer}</p>
  if (answer.innerCode === '' || (good && call === 'getMobile')) return null
  return (
    <>
      <Advised name={texts.diagram.meaning} text={advice.meaning} />
      {!good && <Advised name={texts.diagram.remedy} text={advice.remedy} />}
      {!good && <Causes advice={advice} cause={answer.cause} />}
    </>
  )
}

function Advised({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <p>
      <b>{name}</b> {text}
    </p>
  )
}

/** The cause that it was, or all that it may have been. */
function Causes({ advice, cause }: { readonly advice: AdviceOnCode; readonly cause: ExchangeAnswer['cause'] }) {
  const { locale, texts } = useWords()
  const all = ADVICE[locale]
  const known = cause === null ? advice.causes : [{ ...all.causes[cause], id: cause, actor: CAUSE_ACTORS[cause] }]
  if (known.length === 0) return null
  return (
    <>
      <h3>{cause === null ? texts.diagram.possibleCauses : texts.diagram.cause}</h3>
      <ul className="seq-causes">
        {known.map(({ id, cause: text, remedy, actor }) => (
          <li key={id}>
            <b>{text}</b> <span className="seq-actor">{texts.diagram.actsNow(all.actors[actor])}</span>
            <br />
            {remedy}
          </li>
        ))}
      </ul>
    </>
  )
}
