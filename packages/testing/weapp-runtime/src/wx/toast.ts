// Toasts: one at a time, each with its own duration.
import type { Screen } from '../view/screen'

export interface ToastLook {
  readonly icon: 'success' | 'error' | 'loading' | 'none'
  /** Without it the toast stays until {@link Toast.hide}. */
  readonly durationMs?: number
}

export interface Toast {
  show(title: string, look: ToastLook): void
  hide(): void
}

export function createToast(screen: Screen): Toast {
  let timer: ReturnType<typeof setTimeout> | undefined
  const hide = () => {
    clearTimeout(timer)
    screen.toast(null)
  }
  return {
    show: (title, { icon, durationMs }) => {
      hide()
      screen.toast(title, icon)
      if (durationMs !== undefined) timer = setTimeout(hide, durationMs)
    },
    hide,
  }
}
