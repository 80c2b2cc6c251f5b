// `<checkbox>`, `<radio>`, `<switch>` and their groups.
import type { BuiltIn, Rendered } from './built-in'
import { fields } from './form'
import { touchActions } from './touch'

/** What a user can choose by a tap on the box or on its label. */
interface Choice {
  isChecked(): boolean
  getValue(): string
  setChecked(checked: boolean): void
}

/** By rendered element. */
const choices = new WeakMap<Element, Choice>()

/** An event between box and group. Pages do not receive it. */
const CHOSEN = 'weapp-chosen'

type Role = 'checkbox' | 'radio' | 'switch'

/** @param toggle does what a tap does */
function createChoice(role: Role, toggle: (self: Rendered, choice: Choice) => void): BuiltIn {
  return {
    defaults: { checked: false },
    watched: ['checked', 'disabled'],
    reads: ['name', 'value'],
    events: ['change'],
    attached: (self) => {
      const choice: Choice = {
        isChecked: () => Boolean(self.get('checked')),
        getValue: () => String(self.get('value') ?? ''),
        setChecked: (checked) => {
          self.set('checked', checked)
          showChecked(self)
        },
      }
      const tap = () => {
        if (!self.get('disabled')) toggle(self, choice)
      }
      choices.set(self.element, choice)
      touchActions.set(self.element, tap)
      if (role === 'switch') addField(self, choice.isChecked)
      self.element.setAttribute('role', role)
      self.on('tap', tap)
    },
    changed: showChecked,
  }
}

function showChecked(self: Rendered): void {
  self.element.setAttribute('aria-checked', String(Boolean(self.get('checked'))))
}

function addField(self: Rendered, getValue: () => unknown): void {
  fields.set(self.element, { getName: () => String(self.get('name') ?? ''), getValue })
}

export const checkbox = createChoice('checkbox', (self, choice) => {
  choice.setChecked(!choice.isChecked())
  self.trigger(CHOSEN, { choice }, { bubbles: true, composed: true })
})

export const radio = createChoice('radio', (self, choice) => {
  if (choice.isChecked()) return
  choice.setChecked(true)
  self.trigger(CHOSEN, { choice }, { bubbles: true, composed: true })
})

export const switchBox = createChoice('switch', (self, choice) => {
  choice.setChecked(!choice.isChecked())
  self.trigger('change', { value: choice.isChecked() })
})

export const checkboxGroup: BuiltIn = {
  reads: ['name'],
  events: ['change'],
  attached: (self) => {
    const getValues = () =>
      findChoices(self, 'wx-checkbox')
        .filter((each) => each.isChecked())
        .map((each) => each.getValue())
    self.on(CHOSEN, () => self.trigger('change', { value: getValues() }))
    addField(self, getValues)
  },
}

export const radioGroup: BuiltIn = {
  reads: ['name'],
  events: ['change'],
  attached: (self) => {
    const getValue = () =>
      findChoices(self, 'wx-radio')
        .find((each) => each.isChecked())
        ?.getValue() ?? ''
    self.on(CHOSEN, (_target, detail) => {
      const { choice } = detail as { choice: Choice }
      for (const each of findChoices(self, 'wx-radio')) if (each !== choice) each.setChecked(false)
      self.trigger('change', { value: getValue() })
    })
    addField(self, getValue)
  },
}

function findChoices({ element }: Rendered, tag: string): Choice[] {
  return [...element.querySelectorAll(tag)].flatMap((each) => choices.get(each) ?? [])
}
