// `<label>`: a tap on it is a tap on its control, which is the one that `for` names, else the first one inside.
import type { BuiltIn } from './built-in'
import { touchActions } from './touch'

const CONTROLS = 'wx-checkbox, wx-radio, wx-switch, wx-button, wx-input, wx-textarea'

export const label: BuiltIn = {
  reads: ['for', 'name'],
  attached: (self) => {
    self.on('tap', (target) => {
      const touched = target.closest(CONTROLS)
      if (touched && self.element.contains(touched)) return
      const name = self.get('for')
      const control = name ? self.findNeighbor(String(name)) : self.element.querySelector(CONTROLS)
      if (control) touchActions.get(control)?.()
    })
  },
}
