// A field of digits with its label: shows any typed or pasted text as its digits.
import { Input, View } from '@tarojs/components'
import { type ReactNode, useEffect, useState } from 'react'
import { toAria, toControlAria } from './aria'
import { usePhoneField } from './use-phone-field'

export const IN_BROWSER = process.env.TARO_ENV === 'h5'

/** As in the style sheet, which reaches the placeholder in a browser only. */
const PLACEHOLDER = IN_BROWSER
  ? {}
  : { placeholderStyle: 'color:var(--lnl-placeholder,var(--lnld-placeholder));font-size:17px' }

/** What a field is, apart from its look. */
export interface FieldKind {
  /** Mini-programs know `number` only. Browsers would reject the spaces in one. */
  readonly inBrowser: { readonly type: 'tel' | 'text'; readonly inputmode?: 'numeric'; readonly autocomplete: string }
  /** In mini-programs. A browser has no limit: it would cut a pasted text before the digits are found in it. */
  readonly maxlength: number
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
      <View className="lnl-label" {...(labelIsRead ? {} : toAria({ hidden: true }))}>
        {label}
      </View>
      <View className={`lnl-field ${wrong ? 'lnl-field-wrong' : ''} ${busy ? 'lnl-field-busy' : ''}`}>{children}</View>
    </>
  )
}

export function NumberInput({ kind, shown, name, edit, submit, placeholder, describedBy, ...rest }: NumberInputProps) {
  const { wrong = false, busy = false, focusKey = 0 } = rest
  const { type, ...html } = kind.inBrowser
  const field = usePhoneField(shown, edit)
  const focus = useFocus(focusKey)
  return (
    <Input
      className="lnl-input"
      type={IN_BROWSER ? (type as 'number') : 'number'}
      value={field.shown}
      maxlength={IN_BROWSER ? NO_LIMIT : kind.maxlength}
      placeholder={placeholder}
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
      {...toControlAria(
        { label: name, describedby: describedBy },
        { ...html, readOnly: busy, 'aria-invalid': String(wrong) },
      )}
    />
  )
}

export const NO_LIMIT = -1

/** In mini-programs; in a browser, the component moves the focus. */
function useFocus(key: number) {
  const [focus, setFocus] = useState(key > 0)
  useEffect(() => {
    if (!IN_BROWSER && key > 0) setFocus(true)
  }, [key])
  return { properties: IN_BROWSER ? {} : { focus }, end: () => !IN_BROWSER && setFocus(false) }
}
