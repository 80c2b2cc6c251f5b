// The number as its field shows it: grouped 3-4-4, but never while the caret is inside it: a field moves the caret to
// the end when its text is replaced.
import { useEffect, useState } from 'react'

export interface GroupedNumber {
  readonly shown: string
  readonly type: (text: string) => void
  /** The field has lost the caret. */
  readonly leave: () => void
}

/** @param display the number grouped, as it is after the last edit */
export function useGroupedNumber(display: string, edit: (text: string) => void): GroupedNumber {
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
