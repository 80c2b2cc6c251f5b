// What screen readers are told, in the platform's attributes: HTML's in a browser, the aria-* properties in WeChat. A
// browser ignores Taro's `ariaRole`, and WeChat ignores HTML's `role`.

export interface Aria {
  readonly role?: 'alert' | 'checkbox' | 'dialog' | 'heading' | 'link' | 'main' | 'region' | 'status' | 'timer'
  readonly label?: string | undefined
  readonly level?: number
  readonly checked?: boolean
  readonly hidden?: boolean
  readonly busy?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly describedby?: string | undefined
}

const IN_BROWSER = process.env.TARO_ENV === 'h5'

/** Properties of any of Taro's views. */
export function toAria(aria: Aria): object {
  const properties: Record<string, string> = {}
  for (const [name, value] of Object.entries(aria)) {
    if (value === undefined) continue
    const inBrowser = name === 'role' ? name : `aria-${name}`
    properties[IN_BROWSER ? inBrowser : `aria${name[0]?.toUpperCase()}${name.slice(1)}`] = String(value)
  }
  return properties
}

/** Properties of a form control: in a browser, of the HTML control within Taro's element. */
export function toControlAria(aria: Aria, html: object): object {
  return IN_BROWSER ? { nativeProps: { ...toAria(aria), ...html } } : toAria(aria)
}

/** For what takes the focus by code only, which WeChat cannot do. */
export const FOCUSABLE: object = IN_BROWSER ? { tabindex: -1 } : {}
