// What a part of the page means to a screen reader, in the platform's own words: HTML's attributes in a browser, the
// aria-* properties in WeChat. Taro's `ariaRole` means nothing to a browser, and HTML's `role` nothing to WeChat.

export interface Meaning {
  readonly role: 'alert' | 'dialog' | 'heading' | 'link' | 'status'
  readonly label?: string
}

const IN_BROWSER = process.env.TARO_ENV === 'h5'

/** Properties of any of Taro's views. */
export function meaning({ role, label }: Meaning): object {
  if (!IN_BROWSER) return label === undefined ? { ariaRole: role } : { ariaRole: role, ariaLabel: label }
  return label === undefined ? { role } : { role, 'aria-label': label }
}

/** Properties of a form control: in a browser, of the HTML control within Taro's element. */
export function controlMeaning(label: string, html: object = {}): object {
  return IN_BROWSER ? { nativeProps: { 'aria-label': label, ...html } } : { ariaLabel: label }
}
