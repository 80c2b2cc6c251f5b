// The phone field: shows any typed or pasted text as 11 digits in groups of 3-4-4.
import type { PhoneProblem } from '@local-number/login'
import { Input, Text, View } from '@tarojs/components'
import { fill, type Texts } from '../texts'
import { toAria, toControlAria } from './aria'
import { Press } from './press'
import { useGroupedNumber } from './use-grouped-number'

/** What a phone entry of your own receives. */
export interface PhoneEntryView {
  /** The digits typed so far, at most 24; with a `+` in front while a country code may follow. */
  readonly phone: string
  /** `138 0013 8000`. */
  readonly display: string
  readonly problem: PhoneProblem | null
  /** Wrong numbers still allowed; `null` until the server has said so. */
  readonly attemptsLeft: number | null
  /** Takes the text of a field: the number is found in it, with any prefix and whatever stands around it. */
  readonly edit: (text: string) => void
  readonly submit: () => void
  /** To the fallback. */
  readonly leave: () => void
}

/** No limit: a limit would cut a pasted text before the number is found in it. */
const MAX_LENGTH = -1

/** Both give a numeric keyboard: mini-programs know `number`; browsers would reject the spaces in one. */
const INPUT_TYPE = process.env.TARO_ENV === 'h5' ? ('tel' as 'number') : 'number'

export function PhoneEntry({ texts, view }: { readonly texts: Texts; readonly view: PhoneEntryView }) {
  const { display, problem, attemptsLeft, edit, submit, leave } = view
  const field = useGroupedNumber(display, edit)
  const html = { autocomplete: 'tel-national', 'aria-invalid': String(problem !== null) }
  return (
    <View className="lnl-view">
      <View className={problem ? 'lnl-field lnl-field-wrong' : 'lnl-field'}>
        <Text className="lnl-prefix">+86</Text>
        <Input
          className="lnl-input"
          type={INPUT_TYPE}
          value={field.shown}
          maxlength={MAX_LENGTH}
          placeholder={texts.phone.placeholder}
          confirmType="done"
          onInput={(event) => field.type(event.detail.value)}
          onBlur={field.leave}
          onConfirm={submit}
          {...toControlAria(texts.phone.label, html)}
        />
      </View>
      {problem && (
        <View className="lnl-problem" {...toAria({ role: 'alert' })}>
          {texts.problems[problem]}
        </View>
      )}
      {attemptsLeft !== null && <View className="lnl-hint">{fill(texts.attemptsLeft, { n: attemptsLeft })}</View>}
      <Press className="lnl-button" onPress={submit}>
        {texts.phone.submit}
      </Press>
      <Press className="lnl-button-quiet" onPress={leave}>
        {texts.otherWay}
      </Press>
    </View>
  )
}
