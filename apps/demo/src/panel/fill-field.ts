// Fills a number into the field that is on the screen, as if the user had typed it.

/** @returns `false` without such a field, and in mini-programs, whose fields cannot be reached from outside */
export function fillField(phone: string): boolean {
  if (process.env.TARO_ENV !== 'h5') return false
  const fields = [...document.querySelectorAll<HTMLInputElement>('.lnl-input input, .own-input input')]
  const field = fields.find(({ offsetParent, readOnly }) => offsetParent !== null && !readOnly)
  if (!field) return false
  field.value = phone
  field.dispatchEvent(new Event('input', { bubbles: true }))
  return true
}
