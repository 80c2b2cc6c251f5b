// The phone field: shows any typed or pasted text as 11 digits in groups of 3-4-4; or the remembered number, masked.
import { formatMsisdn, maskMsisdn } from '@local-number/protocol'
import { Input, Text, View } from '@tarojs/components'
import { useContext, useEffect, useState } from 'react'
import { toAria, toControlAria } from './aria'
import { Press } from './press'
import { SurroundingsContext } from './surroundings'
import { usePhoneField } from './use-phone-field'

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
  /** The id of the element that says what is wrong. */
  readonly describedBy?: string
}

/** No limit: a limit would cut a pasted text before the number is found in it. */
const MAX_LENGTH = -1

const IN_BROWSER = process.env.TARO_ENV === 'h5'

/** Both give a numeric keyboard: mini-programs know `number`; browsers would reject the spaces in one. */
const INPUT_TYPE = IN_BROWSER ? ('tel' as 'number') : 'number'

/** As in the style sheet, which reaches the placeholder in a browser only. */
const PLACEHOLDER = IN_BROWSER
  ? {}
  : { placeholderStyle: 'color:var(--lnl-placeholder,var(--lnld-placeholder));font-size:17px' }

/**
 * The field of the built-in views, for a slot of your own: `<PhoneField {...view} />`.
 *
 * @supported weapp, h5
 */
export function PhoneField(props: PhoneFieldProps) {
  const { texts } = useContext(SurroundingsContext)
  const { phone, edit, remembered, wrong, busy, label = texts.phone.label } = props
  const clear = () => {
    edit('')
    // What was pressed is gone then, and must not take the focus with it.
    if (IN_BROWSER) document.querySelector<HTMLElement>('.lnl-field:focus-within input')?.focus()
  }
  return (
    <>
      <View className="lnl-label" {...(remembered ? {} : toAria({ hidden: true }))}>
        {label}
      </View>
      <View className={`lnl-field ${wrong ? 'lnl-field-wrong' : ''} ${busy ? 'lnl-field-busy' : ''}`}>
        <Text className="lnl-prefix">+86</Text>
        {remembered ? (
          <Text className="lnl-remembered">{maskMsisdn(phone)}</Text>
        ) : (
          <NumberInput {...props} label={label} />
        )}
        {phone && (
          <Press className="lnl-another" busy={busy} onPress={clear}>
            {remembered ? texts.phone.another : texts.phone.clear}
          </Press>
        )}
      </View>
    </>
  )
}

function NumberInput({ phone, edit, submit, label, describedBy, ...rest }: PhoneFieldProps) {
  const { wrong = false, busy = false, focusKey = 0 } = rest
  const { texts } = useContext(SurroundingsContext)
  const field = usePhoneField(formatMsisdn(phone), edit)
  const focus = useFocus(focusKey)
  const html = {
    autocomplete: 'tel-national',
    readOnly: busy,
    'aria-invalid': String(wrong),
  }
  return (
    <Input
      className="lnl-input"
      type={INPUT_TYPE}
      value={field.shown}
      maxlength={MAX_LENGTH}
      placeholder={texts.phone.placeholder}
      {...PLACEHOLDER}
      confirmType="done"
      disabled={busy && !IN_BROWSER}
      onInput={(event) => field.type(event.detail.value)}
      onConfirm={submit}
      onBlur={() => {
        field.leave()
        focus.end()
      }}
      {...focus.properties}
      {...toControlAria({ label, describedby: describedBy }, html)}
    />
  )
}

/** In mini-programs; in a browser, the component moves the focus. */
function useFocus(key: number) {
  const [focus, setFocus] = useState(key > 0)
  useEffect(() => {
    if (!IN_BROWSER && key > 0) setFocus(true)
  }, [key])
  return { properties: IN_BROWSER ? {} : { focus }, end: () => !IN_BROWSER && setFocus(false) }
}
