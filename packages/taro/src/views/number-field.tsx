// A field of digits with its label: shows any typed or pasted text as its digits.
import { Input, View } from '@tarojs/components'
import { type ReactNode, useEffect, useState } from 'react'
import { toAria, toControlAria } from './aria'
import { usePhoneField } from './use-phone-field'

/** As in the style sheet, which reaches the placeholder in a browser only. */
const PLACEHOLDER =
  process.env.TARO_ENV === 'h5'
    ? {}
    : { placeholderStyle: 'color:var(--lnl-placeholder,var(--lnld-placeholder));font-size:17px' }

/** What a field is, apart from its looks: both `number` and `tel` give a numeric keyboard. */
export interface FieldKind {
  /** Mini-programs know `number`; browsers would reject the spaces in one. */
  readonly type: 'number' | 'tel' | 'text'
  /**
   * A limit cuts a pasted text before the digits are found in it.
   *
   * @default none
   */
  readonly maxlength?: number
  /** Of the HTML control, in a browser. */
  readonly html?: object
}

export interface NumberInputProps {
  readonly kind: FieldKind
  /** The digits, grouped as they are shown. */
  readonly shown: string
  /** For screen readers. */
  readonly name: string
  readonly placeholder: string
  readonly edit: (text: string) => void
  /** The keyboard's own button was pressed. */
  readonly submit: () => void
  readonly wrong?: boolean | undefined
  readonly busy?: boolean | undefined
  readonly focusKey?: number | undefined
  readonly describedBy?: string | undefined
}

interface FieldFrameProps extends Pick<NumberInputProps, 'wrong' | 'busy'> {
  readonly label: string
  /** Screen readers read the label itself: there is no input that it names. */
  readonly labelIsRead?: boolean | undefined
  readonly children: ReactNode
}

export function FieldFrame({ label, labelIsRead, wrong, busy, children }: FieldFrameProps) {
  return (
    <>
      <View className="lnl-label" {...toAria({ hidden: !labelIsRead || undefined })}>
        {label}
      </View>
      <View className={`lnl-field ${wrong ? 'lnl-field-wrong' : ''} ${busy ? 'lnl-field-busy' : ''}`}>{children}</View>
    </>
  )
}

export function NumberInput({ kind, shown, name, edit, submit, placeholder, describedBy, ...rest }: NumberInputProps) {
  const { wrong = false, busy = false, focusKey = 0 } = rest
  const field = usePhoneField(shown, edit)
  const focus = useFocus(focusKey)
  const leave = () => {
    field.leave()
    focus.end()
  }
  return (
    <Input
      className="lnl-input"
      type={kind.type as 'number'}
      value={field.shown}
      maxlength={kind.maxlength ?? -1}
      placeholder={placeholder}
      {...PLACEHOLDER}
      confirmType="done"
      disabled={busy && process.env.TARO_ENV !== 'h5'}
      onInput={(event) => field.type(event.detail.value)}
      onConfirm={submit}
      {...(process.env.TARO_ENV === 'h5' ? {} : { onBlur: leave })}
      {...focus.properties}
      {...toControlAria(
        { label: name, describedby: describedBy },
        // Not `onBlur`: a browser takes the focus from a field that React removes, and Taro would flush React within that.
        { ...kind.html, readOnly: busy, 'aria-invalid': String(wrong), onFocusout: leave },
      )}
    />
  )
}

interface FieldFocus {
  readonly properties: { readonly focus?: boolean }
  end(): void
}

const NO_FOCUS: FieldFocus = { properties: {}, end: () => undefined }

/** In mini-programs; in a browser, the component moves the focus. */
const useFocus = process.env.TARO_ENV === 'h5' ? () => NO_FOCUS : useFocusProperty

function useFocusProperty(key: number): FieldFocus {
  const [focus, setFocus] = useState(key > 0)
  useEffect(() => {
    if (key > 0) setFocus(true)
  }, [key])
  return { properties: { focus }, end: () => setFocus(false) }
}
