// The number as its field shows it: grouped 3-4-4, but never while the caret is inside it: a field moves the caret to
// the end when its text is replaced.
import { useEffect, useState } from 'react'

/** What a phone field shows, and what it reports. */
export interface PhoneFieldText {
  /** The field's `value`. */
  readonly shown: string
  /** The user typed or pasted; `text` is the field's whole text. */
  readonly type: (text: string) => void
  /** The field has lost the caret. */
  readonly leave: () => void
}

/**
 * For a field of your own: with a plain `value`, the caret would jump to the end at every edit inside the number.
 *
 * @param display the number grouped, as it is after the last edit: `view.display` of `renderPhoneEntry`
 * @example
 * ```tsx
 * const field = usePhoneField(view.display, view.edit)
 * return <Input value={field.shown} onInput={(event) => field.type(event.detail.value)} onBlur={field.leave} />
 * ```
 * @supported weapp, h5
 */
export function usePhoneField(display: string, edit: (text: string) => void): PhoneFieldText {
  const [shown, setShown] = useState(display)
  const [caretInside, setCaretInside] = useState(false)
  // The field first accepts the typed text, then shows it cleaned: an unchanged value would never be sent to the view.
  useEffect(() => {
    const stays = caretInside && ungroup(shown) === ungroup(display)
    if (shown !== display && !stays) setShown(display)
  }, [caretInside, display, shown])
  return {
    shown,
    type: (text) => {
      setCaretInside(isEditInside(shown, text))
      setShown(text)
      edit(text)
    },
    leave: () => setCaretInside(false),
  }
}

const ungroup = (text: string) => text.replace(/ /g, '')

/** Whether text was inserted or removed before the end, as opposed to typing on or pasting another number. */
function isEditInside(before: string, after: string): boolean {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start += 1
  let end = 0
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  return end > 0 && start + end === shorter
}
