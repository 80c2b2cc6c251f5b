// The answer: what the caller saw, the actual code, and what to do about it.
import { ADVICE, type AdviceOnCode, advise } from '@local-number/protocol/advice'
import { CAUSE_ACTORS, lookUp } from '@local-number/protocol/return-codes'
import type { Exchange, ExchangeAnswer } from '@local-number/simulator-contract'
import { useTexts, useWords } from '../texts/words'
import { describeAlterations } from './describe-alterations'
import { type Fact, FactList } from './FactList'
import { getTone, isGood } from './notes'

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
    <section className={`seq-finding seq-finding-${getTone(exchange, answer)}`}>
      <h3>{texts.answer}</h3>
      <FactList facts={facts} />
      {describeAlterations(exchange, all).map((text) => (
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
  // No document has a code for an image that loaded, or for an answer of a proxy.
  if (answer.status === null) return <p className="seq-reason">{texts.diagram.noAnswer}</p>
  if (answer.innerCode === '' || (good && call === 'getMobile')) return null
  return (
    <>
      <Advice name={texts.diagram.meaning} text={advice.meaning} />
      {!good && <Advice name={texts.diagram.remedy} text={advice.remedy} />}
      {!good && <Causes advice={advice} cause={answer.cause} />}
    </>
  )
}

function Advice({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <p>
      <b>{name}</b> {text}
    </p>
  )
}

/** The actual cause, or all possible ones if it is not known. */
function Causes({ advice, cause }: { readonly advice: AdviceOnCode; readonly cause: ExchangeAnswer['cause'] }) {
  const { locale, texts } = useWords()
  const all = ADVICE[locale]
  const causes = cause === null ? advice.causes : [{ ...all.causes[cause], id: cause, actor: CAUSE_ACTORS[cause] }]
  if (causes.length === 0) return null
  return (
    <>
      <h3>{cause === null ? texts.diagram.possibleCauses : texts.diagram.cause}</h3>
      <ul className="seq-causes">
        {causes.map(({ id, cause: text, remedy, actor }) => (
          <li key={id}>
            <b>{text}</b> <span className="seq-actor">{texts.diagram.actedOnBy(all.actors[actor])}</span>
            <br />
            {remedy}
          </li>
        ))}
      </ul>
    </>
  )
}
