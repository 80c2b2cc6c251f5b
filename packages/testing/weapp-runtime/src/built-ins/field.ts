// `<input>` and `<textarea>`: the browser's own, with WeChat's events.

import type { BuiltIn } from './built-in'
import { fields } from './form'
import { touch } from './touch'

/** WeChat's limit where a page sets none; −1 is no limit. */
const MAX_LENGTH = 140

const INPUT_MODES: Readonly<Record<string, string>> = {
  number: 'numeric',
  digit: 'decimal',
  tel: 'tel',
  idcard: 'text',
}

const PLAIN_TYPES: readonly string[] = ['text', ...Object.keys(INPUT_MODES)]

/** Whether the page wants the focus there: only a change of mind moves it. */
const focused = new WeakMap<Element, boolean>()

type Field = HTMLInputElement | HTMLTextAreaElement

export const field: BuiltIn = {
  defaults: { value: '', maxlength: MAX_LENGTH },
  lacks: ['confirmHold'],
  watched: ['value', 'type', 'password', 'placeholder', 'disabled', 'maxlength', 'focus', 'ariaLabel'],
  attached: (self) => {
    const box = self.inner<Field>('field')
    const said = () => ({ value: box.value, cursor: box.selectionStart ?? box.value.length })
    box.addEventListener('input', () => {
      self.note('value', box.value)
      self.trigger('input', { ...said(), keyCode: 0 })
    })
    box.addEventListener('focus', () => self.trigger('focus', { value: box.value, height: 0 }))
    box.addEventListener('blur', () => self.trigger('blur', said()))
    box.addEventListener('keydown', (event) => {
      // In a textarea the key makes a new line.
      if ((event as KeyboardEvent).key === 'Enter' && box.localName === 'input')
        self.trigger('confirm', { value: box.value })
    })
    touch.set(self.element, () => box.focus())
    fields.set(self.element, { name: () => String(self.get('name') ?? ''), value: () => box.value })
  },
  changed: (self) => {
    const box = self.inner<Field>('field')
    const limit = Number(self.get('maxlength'))
    const label = self.get('ariaLabel')
    const type = String(self.get('type') || 'text')
    if (!PLAIN_TYPES.includes(type)) self.missing(`<input type="${type}">`)
    if (box.localName === 'input') (box as HTMLInputElement).type = self.get('password') ? 'password' : 'text'
    box.inputMode = INPUT_MODES[type] ?? 'text'
    if (limit >= 0) box.maxLength = limit
    else box.removeAttribute('maxlength')
    box.placeholder = String(self.get('placeholder') ?? '')
    box.disabled = Boolean(self.get('disabled'))
    if (label) box.setAttribute('aria-label', String(label))
    const value = String(self.get('value') ?? '')
    if (box.value !== value) box.value = value
    moveFocus(box, Boolean(self.get('focus')))
  },
}

function moveFocus(box: Field, wanted: boolean): void {
  if (wanted === (focused.get(box) ?? false)) return
  focused.set(box, wanted)
  if (wanted) box.focus()
  else box.blur()
}
