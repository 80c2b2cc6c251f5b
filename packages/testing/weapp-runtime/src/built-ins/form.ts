// `<form>` and `<button>`: what a form collects, and who sends it off.
import type { BuiltIn } from './built-in'
import { touch } from './touch'

interface FormField {
  name(): string
  value(): unknown
}

/** What a form collects, by rendered element. */
export const fields = new WeakMap<Element, FormField>()

/** From a button to the form around it. */
const SUBMITTED = 'weapp-submitted'

export const form: BuiltIn = {
  lacks: ['reportSubmit'],
  attached: (self) => {
    self.on(SUBMITTED, () => {
      const all = [...self.element.querySelectorAll('*')].flatMap((each) => fields.get(each) ?? [])
      const named = all.filter((each) => each.name() !== '')
      self.trigger('submit', { value: Object.fromEntries(named.map((each) => [each.name(), each.value()])) })
    })
  },
}

const REFLECTED = ['loading', 'plain', 'type', 'size'] as const

/** By `open-type`: what a tap does beside being a tap. */
const CONSENT = 'agreePrivacyAuthorization'

export const button: BuiltIn = {
  watched: ['openType', 'formType', ...REFLECTED],
  attached: (self) => {
    self.element.setAttribute('role', 'button')
    // On a label there is no event of the screen's: the tap begins here.
    touch.set(self.element, () => {
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
    if (openType && openType !== CONSENT) self.missing(`<button open-type="${String(openType)}">`)
    if (self.get('formType') === 'reset') self.missing('<button form-type="reset">')
    for (const name of REFLECTED) {
      const value = self.get(name)
      if (value) self.element.setAttribute(name, String(value))
      else self.element.removeAttribute(name)
    }
  },
}
