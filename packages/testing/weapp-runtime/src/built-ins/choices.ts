// `<checkbox>`, `<radio>`, `<switch>` and their groups.
import type { BuiltIn, Rendered } from './built-in'
import { fields } from './form'
import { touch } from './touch'

/** What a user can choose by a tap, on the box or on its label. */
interface Choice {
  checked(): boolean
  value(): string
  choose(checked: boolean): void
  /** As a tap does. */
  toggle(): void
}

/** By rendered element. */
export const choices = new WeakMap<Element, Choice>()

/** Between box and group: no page hears of it. */
const CHOSEN = 'weapp-chosen'

function choice(role: 'checkbox' | 'radio' | 'switch', toggled: (self: Rendered, own: Choice) => void): BuiltIn {
  return {
    defaults: { checked: false },
    watched: ['checked', 'disabled'],
    attached: (self) => {
      const own: Choice = {
        checked: () => Boolean(self.get('checked')),
        value: () => String(self.get('value') ?? ''),
        choose: (checked) => {
          self.note('checked', checked)
          show(self)
        },
        toggle: () => {
          if (!self.get('disabled')) toggled(self, own)
        },
      }
      choices.set(self.element, own)
      touch.set(self.element, own.toggle)
      if (role === 'switch')
        fields.set(self.element, { name: () => String(self.get('name') ?? ''), value: own.checked })
      self.element.setAttribute('role', role)
      self.on('tap', own.toggle)
    },
    changed: show,
  }
}

function show(self: Rendered): void {
  self.element.setAttribute('aria-checked', String(Boolean(self.get('checked'))))
}

export const checkbox = choice('checkbox', (self, own) => {
  own.choose(!own.checked())
  self.trigger(CHOSEN, { own }, { bubbles: true, composed: true })
})

export const radio = choice('radio', (self, own) => {
  if (own.checked()) return
  own.choose(true)
  self.trigger(CHOSEN, { own }, { bubbles: true, composed: true })
})

export const switchBox = choice('switch', (self, own) => {
  own.choose(!own.checked())
  self.trigger('change', { value: own.checked() })
})

export const checkboxGroup: BuiltIn = {
  attached: (self) => {
    const values = () =>
      choicesIn(self, 'wx-checkbox')
        .filter((each) => each.checked())
        .map((each) => each.value())
    self.on(CHOSEN, () => self.trigger('change', { value: values() }))
    fields.set(self.element, { name: () => String(self.get('name') ?? ''), value: values })
  },
}

export const radioGroup: BuiltIn = {
  attached: (self) => {
    const value = () =>
      choicesIn(self, 'wx-radio')
        .find((each) => each.checked())
        ?.value() ?? ''
    self.on(CHOSEN, (_target, detail) => {
      const { own } = detail as { own: Choice }
      for (const each of choicesIn(self, 'wx-radio')) if (each !== own) each.choose(false)
      self.trigger('change', { value: value() })
    })
    fields.set(self.element, { name: () => String(self.get('name') ?? ''), value })
  },
}

function choicesIn({ element }: Rendered, tag: string): Choice[] {
  return [...element.querySelectorAll(tag)].flatMap((each) => choices.get(each) ?? [])
}
