// The phone field: 11 digits shown as 3-4-4, whatever is pasted into it.
import type { PhoneProblem } from '@local-number/login'
import { Button, Input, Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { fill, type Texts } from '../texts'
import { LinkButton } from './link-button'

/** What a phone entry of one's own receives. */
export interface PhoneEntryView {
  /** The digits typed so far. */
  readonly phone: string
  /** `138 0013 8000`. */
  readonly display: string
  readonly problem: PhoneProblem | null
  /** Wrong numbers still allowed; `null` while nobody has said. */
  readonly attemptsLeft: number | null
  readonly edit: (text: string) => void
  readonly submit: () => void
  readonly leave: () => void
}

/** Room for `+86 138-0013-8000` and then some: what is too long is cut after cleaning, not before. */
const MAX_LENGTH = 24

/** A numeric keyboard on both: mini-programs know `number` for it, browsers would refuse the spaces there. */
const INPUT_TYPE = process.env.TARO_ENV === 'h5' ? ('tel' as 'number') : 'number'

export function PhoneEntry({ texts, view }: { readonly texts: Texts; readonly view: PhoneEntryView }) {
  const { display, problem, attemptsLeft, edit, submit, leave } = view
  const [shown, setShown] = useState(display)
  // The field first takes what was typed, then shows it cleaned: a value that does not change is never sent to the view.
  useEffect(() => {
    if (shown !== display) setShown(display)
  }, [display, shown])
  const type = (text: string) => {
    setShown(text)
    edit(text)
  }
  return (
    <View className="lnl-view">
      <View className={problem ? 'lnl-field lnl-field-wrong' : 'lnl-field'}>
        <Text className="lnl-prefix">+86</Text>
        <Input
          className="lnl-input"
          type={INPUT_TYPE}
          value={shown}
          maxlength={MAX_LENGTH}
          placeholder={texts.phone.placeholder}
          ariaLabel={texts.phone.label}
          confirmType="done"
          onInput={(event) => type(event.detail.value)}
          onConfirm={submit}
        />
      </View>
      {problem && (
        <View className="lnl-problem" ariaRole="alert">
          {texts.problems[problem]}
        </View>
      )}
      {attemptsLeft !== null && <View className="lnl-hint">{fill(texts.attemptsLeft, { n: attemptsLeft })}</View>}
      <Button className="lnl-button" onClick={submit}>
        {texts.phone.submit}
      </Button>
      <LinkButton onClick={leave}>{texts.otherWay}</LinkButton>
    </View>
  )
}
