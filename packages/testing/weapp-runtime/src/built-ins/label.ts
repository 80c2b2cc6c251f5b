// `<label>`: a tap on it is a tap on its control.
import type { BuiltIn } from './built-in'
import { touch } from './touch'

const CONTROLS = 'wx-checkbox, wx-radio, wx-switch, wx-button, wx-input, wx-textarea'

/** The control that `for` names, else the first one inside. */
export const label: BuiltIn = {
  attached: (self) => {
    self.on('tap', (target) => {
      const touched = target.closest(CONTROLS)
      if (touched && self.element.contains(touched)) return
      const name = self.get('for')
      const control = name ? self.neighbour(String(name)) : self.element.querySelector(CONTROLS)
      if (control) touch.get(control)?.()
    })
  },
}
