// `<form>` and `<button>`: what a form collects, and who sends it off.
import type { BuiltIn } from './built-in'

interface FormField {
  name(): string
  value(): unknown
}

/** Fields with a name, by rendered element. */
export const fields = new WeakMap<Element, FormField>()

/** From a button to the form around it. */
const SUBMITTED = 'weapp-submitted'

export const form: BuiltIn = {
  attached: (self) => {
    self.on(SUBMITTED, () => {
      const named = [...self.element.querySelectorAll('*')].flatMap((each) => fields.get(each) ?? [])
      self.trigger('submit', { value: Object.fromEntries(named.map((each) => [each.name(), each.value()])) })
    })
  },
}

export const button: BuiltIn = {
  watched: ['openType', 'loading', 'plain', 'type', 'size'],
  attached: (self) => {
    self.element.setAttribute('role', 'button')
    self.on('tap', () => {
      if (self.get('formType') === 'submit') self.trigger(SUBMITTED, {}, { bubbles: true, composed: true })
    })
  },
  changed: (self) => {
    const openType = self.get('openType')
    if (openType) self.missing(`<button open-type="${String(openType)}">`)
    for (const name of ['loading', 'plain', 'type', 'size']) {
      const value = self.get(name)
      if (value) self.element.setAttribute(name, String(value))
      else self.element.removeAttribute(name)
    }
  },
}
