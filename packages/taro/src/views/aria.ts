// The role of a part of the page for screen readers, in the platform's attributes: HTML's in a browser, the aria-*
// properties in WeChat. A browser ignores Taro's `ariaRole`, and WeChat ignores HTML's `role`.

export interface Aria {
  readonly role: 'alert' | 'dialog' | 'heading' | 'link' | 'status'
  readonly label?: string
}

const IN_BROWSER = process.env.TARO_ENV === 'h5'

/** Properties of any of Taro's views. */
export function toAria({ role, label }: Aria): object {
  if (!IN_BROWSER) return label === undefined ? { ariaRole: role } : { ariaRole: role, ariaLabel: label }
  return label === undefined ? { role } : { role, 'aria-label': label }
}

/** Properties of a form control: in a browser, of the HTML control within Taro's element. */
export function toControlAria(label: string, html: object = {}): object {
  return IN_BROWSER ? { nativeProps: { 'aria-label': label, ...html } } : { ariaLabel: label }
}
