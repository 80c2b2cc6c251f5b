// What the user of the way sees: the number, then the code. Made of the component's blocks.
import { formatMsisdn, maskMsisdn } from '@local-number/protocol'
import { View } from '@tarojs/components'
import { type ReactNode, useContext, useId } from 'react'
import { useStore } from 'zustand'
import { fill, type Texts } from '../texts'
import { toAria } from '../views/aria'
import { useScreenFocus } from '../views/focus'
import { FieldFrame, type FieldKind, NumberInput } from '../views/number-field'
import { PhoneField } from '../views/phone-field'
import { Press } from '../views/press'
import { ProblemLine } from '../views/problem-line'
import { SubmitButton } from '../views/submit-button'
import { SurroundingsContext } from '../views/surroundings'
import { describeWait, useWaitSeconds } from '../views/wait'
import { ConsentQuestion, OwnTerms, type WayConsent } from '../way/own-terms'
import { describeProblem } from '../way/refusals'
import type { WayWords } from '../way/texts'
import { useVisit } from '../way/use-visit'
import type { WayContext } from '../ways'
import { CODE_LENGTH } from './code'
import type { SmsMemory } from './memory'
import { type SmsTexts, smsZhCN } from './texts'
import type { SmsApi, SmsState, SmsVisit } from './types'
import { createSmsVisit } from './visit'

/** What a captcha of the app's own receives. */
export interface CaptchaView {
  /** The user has solved it: `proof` is what its provider gave, for the server to check. */
  readonly onProof: (proof: string) => void
  readonly onCancel: () => void
}

export interface SmsViewProps extends WayWords<SmsTexts> {
  readonly context: WayContext
  /** Called once for each visit. */
  readonly connect: () => SmsApi
  readonly memory: SmsMemory
  readonly consent: WayConsent
  readonly readDevice?: (() => string) | undefined
  readonly renderCaptcha?: ((view: CaptchaView) => ReactNode) | undefined
}

export function SmsView({ context, connect, memory, consent, renderCaptcha, readDevice, ...words }: SmsViewProps) {
  const { visit, texts } = useVisit({
    builtIn: smsZhCN,
    words,
    consent,
    create: (receipt) =>
      createSmsVisit(context, { api: connect(), memory, receipt, readDevice, hasCaptcha: !!renderCaptcha }),
  })
  return (
    <OwnTerms terms={consent.terms} texts={texts}>
      <SmsForm visit={visit} texts={texts} renderCaptcha={renderCaptcha} />
    </OwnTerms>
  )
}

interface SmsFormProps extends Pick<SmsViewProps, 'renderCaptcha'> {
  readonly visit: SmsVisit
  readonly texts: SmsTexts
}

function SmsForm({ visit, texts, renderCaptcha }: SmsFormProps) {
  const { texts: common, root } = useContext(SurroundingsContext)
  const id = useId()
  const state = useStore(visit.store)
  const seconds = useWaitSeconds(visit.getWaitMs)
  const { step, phone, remembered, code, running, problem, captcha, attemptsLeft, turns } = state
  useScreenFocus(root, String(turns))
  const busy = running !== null
  const { submit } = visit
  const field = { busy, wrong: WRONG.test(`${problem}`), focusKey: 1 + turns, submit, describedBy: id }
  const sent = fill(texts.sent, { phone: remembered ? maskMsisdn(phone) : formatMsisdn(phone) })
  const progress = running === 'check' && common.progress.verifying
  const atCode = step === 'code'
  const hold = describeHold(state, seconds, texts, common)
  return (
    <>
      <View className="lnl-live" {...toAria({ role: 'status' })}>
        {progress || (captcha ? hold : atCode && sent)}
      </View>
      {atCode ? (
        <FieldFrame label={sent} {...field}>
          <NumberInput
            {...field}
            kind={CODE_FIELD}
            shown={code}
            edit={visit.editCode}
            name={sent}
            placeholder={texts.problems.invalidCode}
          />
        </FieldFrame>
      ) : (
        <PhoneField
          {...field}
          {...{ phone, remembered }}
          edit={visit.edit}
          label={texts.phone}
          placeholder={texts.placeholder}
        />
      )}
      <ProblemLine id={id} times={turns}>
        {problem && fill(describeProblem(problem, texts.problems, common), { n: attemptsLeft })}
      </ProblemLine>
      {captcha && renderCaptcha?.({ onProof: visit.prove, onCancel: visit.cancelCaptcha })}
      <SubmitButton busy={busy} disabled={!atCode && !!hold} onPress={submit}>
        {progress || (atCode ? common.phone.submit : hold || texts.send)}
      </SubmitButton>
      <ConsentQuestion
        key={step}
        state={state}
        actions={visit}
        missing={problem === 'consentMissing'}
        agree={atCode ? '' : texts.agree}
      />
      {atCode && (
        <>
          <Press className="lnl-button-quiet" disabled={!!hold} busy={busy} onPress={visit.resend}>
            {hold || texts.resend}
          </Press>
          <Press className="lnl-button-quiet" onPress={visit.changeNumber}>
            {common.phone.another}
          </Press>
        </>
      )}
    </>
  )
}

/** What a message waits for. Where none was sent, its time is no resend; and a limit of the day asks for more than seconds. */
function describeHold({ captcha, problem, step }: SmsState, seconds: number, texts: SmsTexts, common: Texts) {
  if (captcha) return texts.captcha
  if (problem === 'dailyLimit') return common.useOtherWay
  if (!seconds) return ''
  return step === 'code' && seconds <= 60 ? fill(texts.resendAfter, { n: seconds }) : describeWait(common, seconds)
}

/** Autofill puts the code into a field that is whole; the keyboard of a phone may offer it to a mini-program's. */
const CODE_FIELD: FieldKind =
  process.env.TARO_ENV === 'h5'
    ? { type: 'text', html: { inputmode: 'numeric', autocomplete: 'one-time-code' } }
    : { type: 'number', maxlength: CODE_LENGTH }

/** Of what is in the field, as opposed to the server's. */
const WRONG = /(Code|Phone)$/
