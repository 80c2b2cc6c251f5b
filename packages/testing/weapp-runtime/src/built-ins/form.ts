// `<form>` and `<button>`: what a form collects, and what submits it.
import type { BuiltIn, Rendered } from './built-in'
import { addHover, HOVER_ATTRIBUTES } from './hover'
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
  reads: ['name'],
  // `<button form-type="reset">` is reported.
  events: ['submit', 'reset'],
  attached: (self) => {
    self.on(SUBMITTED, () => {
      const all = [...self.element.querySelectorAll('*')].flatMap((each) => fields.get(each) ?? [])
      const named = all.filter((each) => each.getName() !== '')
      self.trigger('submit', { value: Object.fromEntries(named.map((each) => [each.getName(), each.getValue()])) })
    })
  },
}

const REFLECTED = ['loading', 'plain', 'type', 'size'] as const

type OpenTypeAction = (self: Rendered) => void

/** What a tap does by `open-type`. All others are reported. */
const OPEN_TYPE_ACTIONS: Readonly<Record<string, OpenTypeAction>> = {
  agreePrivacyAuthorization: (self) => {
    self.consent(self.id)
    self.trigger('agreeprivacyauthorization', {})
  },
  getPhoneNumber: async (self) => {
    const detail = await self.requestPhoneNumber(self.get('phoneNumberNoQuotaToast') !== false)
    self.trigger('getphonenumber', detail)
  },
}

export const OPEN_TYPES = Object.keys(OPEN_TYPE_ACTIONS)

/** They need an `open-type`, and those are reported. */
const OPEN_TYPE_EVENTS = [
  ...['chooseavatar', 'contact', 'error', 'getrealtimephonenumber'],
  ...['getuserinfo', 'launchapp', 'opensetting'],
]
const OPEN_TYPE_ATTRIBUTES = [
  ...['appParameter', 'businessId', 'lang', 'sendMessageImg', 'sendMessagePath'],
  ...['sendMessageTitle', 'sessionFrom', 'showMessageCard'],
]

export const button: BuiltIn = {
  watched: ['openType', 'formType', ...REFLECTED],
  reads: ['name', 'disabled', 'phoneNumberNoQuotaToast', ...HOVER_ATTRIBUTES, ...OPEN_TYPE_ATTRIBUTES],
  events: ['agreeprivacyauthorization', 'getphonenumber', ...OPEN_TYPE_EVENTS],
  attached: (self) => {
    self.element.setAttribute('role', 'button')
    addHover(self, { startMs: 20, stayMs: 70 })
    // A touch on a label makes no event on the button, so the tap starts here.
    touchActions.set(self.element, () => {
      if (!self.get('disabled')) self.trigger('tap', {}, { bubbles: true, composed: true })
    })
    self.on('tap', () => {
      if (self.get('formType') === 'submit') self.trigger(SUBMITTED, {}, { bubbles: true, composed: true })
      OPEN_TYPE_ACTIONS[String(self.get('openType'))]?.(self)
    })
  },
  changed: (self) => {
    const openType = self.get('openType')
    if (openType && !OPEN_TYPES.includes(String(openType)))
      self.reportMissing(`<button open-type="${String(openType)}">`)
    if (self.get('formType') === 'reset') self.reportMissing('<button form-type="reset">')
    for (const name of REFLECTED) {
      const value = self.get(name)
      if (value) self.element.setAttribute(name, String(value))
      else self.element.removeAttribute(name)
    }
  },
}
