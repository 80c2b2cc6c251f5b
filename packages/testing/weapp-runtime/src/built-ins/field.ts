// `<input>` and `<textarea>`: the browser's own elements, with WeChat's events.

import type { BuiltIn, Rendered } from './built-in'
import { fields } from './form'
import { touchActions } from './touch'

/** WeChat's limit, unless the page sets one. −1 means unlimited. */
const MAX_LENGTH = 140

const INPUT_MODES: Readonly<Record<string, string>> = {
  number: 'numeric',
  digit: 'decimal',
  tel: 'tel',
  idcard: 'text',
}

const KNOWN_TYPES: readonly string[] = ['text', ...Object.keys(INPUT_MODES)]

/** The page's last value of `focus`: only a change of it moves the focus. */
const focused = new WeakMap<Element, boolean>()

type Field = HTMLInputElement | HTMLTextAreaElement

export const field: BuiltIn = {
  defaults: { value: '', maxlength: MAX_LENGTH },
  reads: ['name'],
  events: ['input', 'focus', 'blur', 'confirm'],
  watched: [
    'value',
    'type',
    'password',
    'placeholder',
    'placeholderStyle',
    'disabled',
    'maxlength',
    'focus',
    'ariaLabel',
  ],
  attached: (self) => {
    const box = self.getInner<Field>('field')
    forwardEvents(self, box)
    touchActions.set(self.element, () => box.focus())
    fields.set(self.element, { getName: () => String(self.get('name') ?? ''), getValue: () => box.value })
  },
  changed: (self) => {
    const box = self.getInner<Field>('field')
    const limit = Number(self.get('maxlength'))
    const label = self.get('ariaLabel')
    const type = String(self.get('type') || 'text')
    if (!KNOWN_TYPES.includes(type)) self.reportMissing(`<input type="${type}">`)
    if (box.localName === 'input') (box as HTMLInputElement).type = self.get('password') ? 'password' : 'text'
    box.inputMode = INPUT_MODES[type] ?? 'text'
    if (limit >= 0) box.maxLength = limit
    else box.removeAttribute('maxlength')
    box.placeholder = String(self.get('placeholder') ?? '')
    showPlaceholderStyle(box, String(self.get('placeholderStyle') ?? ''))
    box.disabled = Boolean(self.get('disabled'))
    if (label) box.setAttribute('aria-label', String(label))
    const value = String(self.get('value') ?? '')
    if (box.value !== value) box.value = value
    moveFocus(box, Boolean(self.get('focus')))
  },
}

/** WeChat reads these properties of `placeholder-style` and no others. */
const PLACEHOLDER_PROPERTIES: readonly string[] = ['color', 'font-size', 'font-weight']

function showPlaceholderStyle(box: Field, style: string): void {
  for (const property of PLACEHOLDER_PROPERTIES) box.style.removeProperty(`--placeholder-${property}`)
  for (const declaration of style.split(';')) {
    const [property = '', value = ''] = declaration.split(/:(.*)/).map((each) => each.trim())
    if (PLACEHOLDER_PROPERTIES.includes(property)) box.style.setProperty(`--placeholder-${property}`, value)
  }
}

/** The keyboard of `type="number"` has ten keys. What is pasted or filled in has passed no keys. */
const isMissingKey = ({ inputType, data }: InputEvent) => inputType === 'insertText' && /^\D$/u.test(data ?? '')

/** WeChat's keyboards of other types are not told apart here. */
const isForDigits = (self: Rendered) => self.get('type') === 'number'

function forwardEvents(self: Rendered, box: Field): void {
  const describe = () => ({ value: box.value, cursor: box.selectionStart ?? box.value.length })
  box.addEventListener('input', () => {
    self.set('value', box.value)
    self.trigger('input', { ...describe(), keyCode: 0 })
  })
  box.addEventListener('beforeinput', (event) => {
    if (isForDigits(self) && isMissingKey(event as InputEvent)) event.preventDefault()
  })
  box.addEventListener('focus', () => {
    if (isForDigits(self)) self.keyboard.open(box as HTMLInputElement)
    self.trigger('focus', { value: box.value, height: 0 })
  })
  box.addEventListener('blur', () => {
    self.keyboard.close()
    self.trigger('blur', describe())
  })
  box.addEventListener('keydown', (event) => {
    // In a textarea Enter starts a new line.
    if ((event as KeyboardEvent).key === 'Enter' && box.localName === 'input')
      self.trigger('confirm', { value: box.value })
  })
}

function moveFocus(box: Field, wanted: boolean): void {
  if (wanted === (focused.get(box) ?? false)) return
  focused.set(box, wanted)
  if (wanted) box.focus()
  else box.blur()
}
