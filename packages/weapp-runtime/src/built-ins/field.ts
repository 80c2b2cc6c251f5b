// `<input>` and `<textarea>`: the browser's own, with WeChat's events.

import type { BuiltIn } from './built-in'
import { fields } from './form'

/** WeChat's limit where a page sets none; −1 is no limit. */
const MAX_LENGTH = 140

const INPUT_MODES: Readonly<Record<string, string>> = {
  number: 'numeric',
  digit: 'decimal',
  tel: 'tel',
  idcard: 'text',
}

type Field = HTMLInputElement | HTMLTextAreaElement

export const field: BuiltIn = {
  defaults: { value: '', maxlength: MAX_LENGTH },
  watched: ['value', 'type', 'password', 'placeholder', 'disabled', 'maxlength', 'focus', 'ariaLabel'],
  attached: (self) => {
    const box = self.inner<Field>('field')
    const said = () => ({ value: box.value, cursor: box.selectionStart ?? box.value.length })
    // The browser's event is composed: it would reach the host and be taken for WeChat's.
    box.addEventListener('input', (event) => {
      event.stopPropagation()
      self.note('value', box.value)
      self.trigger('input', { ...said(), keyCode: 0 })
    })
    box.addEventListener('change', (event) => event.stopPropagation())
    box.addEventListener('focus', () => self.trigger('focus', { value: box.value, height: 0 }))
    box.addEventListener('blur', () => self.trigger('blur', said()))
    box.addEventListener('keydown', (event) => {
      if ((event as KeyboardEvent).key === 'Enter') self.trigger('confirm', { value: box.value })
    })
    fields.set(self.element, { name: () => String(self.get('name') ?? ''), value: () => box.value })
  },
  changed: (self) => {
    const box = self.inner<Field>('field')
    const limit = Number(self.get('maxlength'))
    const label = self.get('ariaLabel')
    if (box.localName === 'input') (box as HTMLInputElement).type = self.get('password') ? 'password' : 'text'
    box.inputMode = INPUT_MODES[String(self.get('type'))] ?? 'text'
    if (limit >= 0) box.maxLength = limit
    else box.removeAttribute('maxlength')
    box.placeholder = String(self.get('placeholder') ?? '')
    box.disabled = Boolean(self.get('disabled'))
    if (label) box.setAttribute('aria-label', String(label))
    const value = String(self.get('value') ?? '')
    if (box.value !== value) box.value = value
    if (self.get('focus')) box.focus()
  },
}
