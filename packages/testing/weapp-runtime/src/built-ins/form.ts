// `<form>` and `<button>`: what a form collects, and what submits it.
import type { BuiltIn } from './built-in'
import { touchActions } from './touch'

interface FormField {
  getName(): string
  getValue(): unknown
}

/** The fields that forms collect, by rendered element. */
export const fields = new WeakMap<Element, FormField>()

/** An event from a button to the form around it. */
const SUBMITTED = 'weapp-submitted'

export const form: BuiltIn = {
  lacks: ['reportSubmit'],
  attached: (self) => {
    self.on(SUBMITTED, () => {
      const all = [...self.element.querySelectorAll('*')].flatMap((each) => fields.get(each) ?? [])
      const named = all.filter((each) => each.getName() !== '')
      self.trigger('submit', { value: Object.fromEntries(named.map((each) => [each.getName(), each.getValue()])) })
    })
  },
}

const REFLECTED = ['loading', 'plain', 'type', 'size'] as const

/** The only `open-type` that has an effect here. */
const CONSENT = 'agreePrivacyAuthorization'

export const button: BuiltIn = {
  watched: ['openType', 'formType', ...REFLECTED],
  attached: (self) => {
    self.element.setAttribute('role', 'button')
    // A touch on a label makes no event on the button, so the tap starts here.
    touchActions.set(self.element, () => {
      if (!self.get('disabled')) self.trigger('tap', {}, { bubbles: true, composed: true })
    })
    self.on('tap', () => {
      if (self.get('formType') === 'submit') self.trigger(SUBMITTED, {}, { bubbles: true, composed: true })
      if (self.get('openType') !== CONSENT) return
      self.consent(self.id)
      self.trigger('agreeprivacyauthorization', {})
    })
  },
  changed: (self) => {
    const openType = self.get('openType')
    if (openType && openType !== CONSENT) self.reportMissing(`<button open-type="${String(openType)}">`)
    if (self.get('formType') === 'reset') self.reportMissing('<button form-type="reset">')
    for (const name of REFLECTED) {
      const value = self.get(name)
      if (value) self.element.setAttribute(name, String(value))
      else self.element.removeAttribute(name)
    }
  },
}
