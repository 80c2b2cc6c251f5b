// The phone field: shows any typed or pasted text as 11 digits in groups of 3-4-4; or the remembered number, masked.
import { formatMsisdn, maskMsisdn } from '@local-number/protocol'
import { Text } from '@tarojs/components'
import { useContext } from 'react'
import { FieldFrame, type FieldKind, NumberInput } from './number-field'
import { Press } from './press'
import { SurroundingsContext } from './surroundings'

export interface PhoneFieldProps {
  /** The digits typed so far. */
  readonly phone: string
  /** Takes the text of the field: the number is found in it, with any prefix and whatever stands around it. */
  readonly edit: (text: string) => void
  /** The keyboard's own button was pressed. */
  readonly submit: () => void
  /**
   * `phone` is a number that this device remembers: shown masked, beside a button that empties the field.
   *
   * @default false
   */
  readonly remembered?: boolean
  /** @default false */
  readonly wrong?: boolean
  /**
   * The field cannot be edited meanwhile.
   *
   * @default false
   */
  readonly busy?: boolean
  /**
   * The field takes the focus when this becomes another number above 0, as after an error.
   *
   * @default 0
   */
  readonly focusKey?: number
  /**
   * Above the field, and its name for screen readers. For a number that need not be this phone's, as in another way to
   * log in.
   *
   * @default the locale's, which asks for this phone's number
   */
  readonly label?: string
  /**
   * In the field, while it is empty.
   *
   * @default the locale's, which asks for this phone's number
   */
  readonly placeholder?: string
  /** The id of the element that says what is wrong. */
  readonly describedBy?: string
}

const KIND: FieldKind =
  process.env.TARO_ENV === 'h5' ? { type: 'tel', html: { autocomplete: 'tel-national' } } : { type: 'number' }

/**
 * The field of the built-in views, for a slot of your own: `<PhoneField {...view} />`.
 *
 * @supported weapp, h5
 */
export function PhoneField(props: PhoneFieldProps) {
  const { texts } = useContext(SurroundingsContext)
  const { phone, edit, remembered, wrong, busy, label = texts.phone.label } = props
  const { placeholder = texts.phone.placeholder } = props
  const clear = () => {
    edit('')
    // What was pressed is gone then, and must not take the focus with it.
    if (process.env.TARO_ENV === 'h5') document.querySelector<HTMLElement>('.lnl-field:focus-within input')?.focus()
  }
  return (
    <FieldFrame {...{ label, wrong, busy }} labelIsRead={remembered}>
      <Text className="lnl-prefix">+86</Text>
      {remembered ? (
        <Text className="lnl-remembered">{maskMsisdn(phone)}</Text>
      ) : (
        <NumberInput {...props} kind={KIND} shown={formatMsisdn(phone)} name={label} placeholder={placeholder} />
      )}
      {phone && (
        <Press className="lnl-another" busy={busy} onPress={clear}>
          {remembered ? texts.phone.another : texts.phone.clear}
        </Press>
      )}
    </FieldFrame>
  )
}
