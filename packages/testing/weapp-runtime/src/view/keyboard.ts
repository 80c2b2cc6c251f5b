// The bar above the phone's keyboard, which offers the code of a text message. The keyboard itself is missing.
import type { Keyboard } from '../built-ins/built-in'

export interface CodeKeyboard extends Keyboard {
  /** A message with a code arrived. */
  receiveCode(code: string): void
}

export function createKeyboard(): CodeKeyboard {
  const bar = document.createElement('div')
  bar.className = 'weapp-keyboard'
  document.body.append(bar)
  let field: HTMLInputElement | null = null
  let offered: string | null = null
  const show = () => {
    bar.replaceChildren()
    bar.hidden = field === null || offered === null
    if (field === null || offered === null) return
    const button = document.createElement('button')
    button.textContent = `来自信息 ${offered}`
    // The field keeps the focus.
    button.addEventListener('mousedown', (event) => event.preventDefault())
    button.addEventListener('click', () => fill(offered ?? ''))
    bar.append(button)
  }
  const fill = (code: string) => {
    if (field === null) return
    field.value = field.maxLength >= 0 ? code.slice(0, field.maxLength) : code
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
    offered = null
    show()
  }
  show()
  return {
    open: (focused) => {
      field = focused
      show()
    },
    close: () => {
      field = null
      show()
    },
    receiveCode: (code) => {
      offered = code
      show()
    },
  }
}
