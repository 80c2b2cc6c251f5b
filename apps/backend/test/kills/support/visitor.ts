// A visitor who logs in again and again, with right and wrong numbers, and compares every answer with the ledger.
import type { ConsentAnswer, ErrorAnswer, SignAnswer, VerifyAnswer } from '@local-number/protocol'
import { createPreSign, createSession, INFORMATION } from '../../../../../packages/server/test/support/business'
import { type Balancer, pickOne } from './balancer'
import {
  CHECKS_PER_NUMBER_AND_DAY,
  countWrong,
  type Ledger,
  type NumberPage,
  readVerdict,
  type SessionPage,
  type Verdict,
  WRONG_NUMBERS_PER_SESSION,
} from './ledger'
import { createToken, OUTCOMES, type PlannedCode } from './platform'

const PLANS: readonly PlannedCode[] = ['000', '000', '000', '001', '001', '120020']

let numbers = 0

/** A number that nobody else has. */
function createPhone(): string {
  numbers += 1
  return `138${String(numbers).padStart(8, '0')}`
}

const createNumberPage = (): NumberPage => ({ phone: createPhone(), verified: 0, doubtful: 0 })
const createSessionPage = (): SessionPage => ({ id: createSession(), wrong: new Set(), doubtful: new Set() })

type Answer<T> = Partial<T & ErrorAnswer>

export class Visitor {
  #session = createSessionPage()
  #number = createNumberPage()

  constructor(
    private readonly balancer: Balancer,
    private readonly ledger: Ledger,
  ) {}

  async logIn(): Promise<void> {
    const attemptId = await (pickOne([true, true, false]) ? this.#sign() : this.#signBeforeConsent())
    if (attemptId !== null) await this.#verify(attemptId, pickOne(PLANS))
  }

  #report(problem: string, facts: unknown): null {
    this.ledger.problems.push(`${problem}: ${JSON.stringify(facts)}`)
    return null
  }

  /** Of a page's own pre-sign, which no process may sign twice. */
  async #sign(): Promise<string | null> {
    const preSign = createPreSign(Date.now())
    const request = { preSign, consent: { version: '1' }, session: this.#session.id }
    const { answer, wasLost } = await this.balancer.ask<Answer<SignAnswer>>('sign', request)
    if (answer.body.code === 'preSignReplayed') {
      return wasLost ? null : this.#report('a new pre-sign was refused as signed before', answer.body)
    }
    if (answer.status === 200) {
      this.ledger.signed.push({ preSign, at: Date.now() })
      this.ledger.consents.push(answer.body.traceId ?? '')
    }
    return this.#readAttemptId(answer)
  }

  /** Ids of the server's, with the consent in a request of its own. */
  async #signBeforeConsent(): Promise<string | null> {
    const request = { edition: 'httpsMiniProgram', session: this.#session.id }
    const attemptId = this.#readAttemptId((await this.balancer.ask<Answer<SignAnswer>>('sign', request)).answer)
    if (attemptId === null) return null
    const consent = { attemptId, consent: { version: '1' } }
    const { answer } = await this.balancer.ask<Answer<ConsentAnswer>>('consent', consent)
    if (answer.status !== 200) return this.#report('a consent was refused', answer.body)
    this.ledger.consents.push(answer.body.traceId ?? '')
    return attemptId
  }

  #readAttemptId({ status, body }: { status: number; body: Answer<SignAnswer> }): string | null {
    const { least, most } = countWrong(this.#session)
    if (body.code === 'attemptsExhausted') {
      this.#session = createSessionPage()
      return most >= WRONG_NUMBERS_PER_SESSION ? null : this.#report('a session ended early', { most, body })
    }
    if (status !== 200) return this.#report('a signature was refused', body)
    if (least >= WRONG_NUMBERS_PER_SESSION) this.#report('a session forgot its wrong numbers', { least })
    return body.attemptId ?? null
  }

  async #verify(attemptId: string, plan: PlannedCode): Promise<void> {
    const phone = plan === '001' ? createPhone() : this.#number.phone
    const request = { attemptId, phone, token: createToken(plan), userInformation: INFORMATION }
    const ask = () => this.balancer.ask<Answer<VerifyAnswer>>('verify', request)
    const asked = await Promise.all(Array.from({ length: pickOne([1, 1, 2]) }, ask))
    const wasLost = asked.some((each) => each.wasLost)
    // The one of two that comes second ends the count of the first.
    if (wasLost || asked.length > 1) this.#session.doubtful.add(phone).add(attemptId)
    if (wasLost && plan === '000') this.#number.doubtful += 1
    const verdicts = asked.map(({ answer }) => readVerdict(answer))
    const [verdict] = verdicts as [Verdict]
    for (const other of verdicts) {
      if (JSON.stringify(other) !== JSON.stringify(verdict)) this.#report('one attempt, two verdicts', verdicts)
    }
    this.ledger.verdicts.push({ request, verdict, at: Date.now() })
    this.#count(phone, verdict)
    this.#judge(plan, verdict, wasLost)
  }

  #count(phone: string, { code, outcome }: Verdict): void {
    if (outcome === 'verified') this.#number.verified += 1
    if (outcome === 'notThisNumber' || outcome === 'dailyLimit') this.#session.wrong.add(phone)
    if (outcome === 'dailyLimit') {
      const { verified, doubtful } = this.#number
      if (verified + doubtful < CHECKS_PER_NUMBER_AND_DAY) this.#report('a number’s day ended early', this.#number)
      this.#number = createNumberPage()
    }
    if (this.#number.verified > CHECKS_PER_NUMBER_AND_DAY) this.#report('a number’s count was lost', this.#number)
    if (code === 'attemptsExhausted') {
      this.#session.doubtful.add(phone)
      if (countWrong(this.#session).most <= WRONG_NUMBERS_PER_SESSION)
        this.#report('a session ended early', this.#session.id)
      this.#session = createSessionPage()
    }
  }

  #judge(plan: PlannedCode, verdict: Verdict, wasLost: boolean): void {
    const { status, code, outcome, attemptsLeft } = verdict
    if (code === 'attemptsExhausted' || outcome === 'dailyLimit') return
    if (code === 'answerLost') {
      if (!wasLost) this.#report('an answer was lost although nobody was killed', verdict)
      return
    }
    if (status !== 200 || outcome !== OUTCOMES[plan])
      this.#report('the verdict is not the platform’s', { plan, verdict })
    const { least, most } = countWrong(this.#session)
    const left = (wrong: number) => Math.max(0, WRONG_NUMBERS_PER_SESSION - wrong)
    if (attemptsLeft === undefined || attemptsLeft > left(least) || attemptsLeft < left(most)) {
      this.#report('the tries left are others', { least, most, verdict })
    }
  }
}
