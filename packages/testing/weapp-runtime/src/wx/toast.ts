// Toasts: one at a time, each with its own duration.
import type { Screen } from '../view/screen'

export interface Toast {
  /** @param durationMs without it the toast stays until {@link hide} */
  show(title: string, durationMs?: number): void
  hide(): void
}

export function createToast(screen: Screen): Toast {
  let timer: ReturnType<typeof setTimeout> | undefined
  const hide = () => {
    clearTimeout(timer)
    screen.toast(null)
  }
  return {
    show: (title, durationMs) => {
      hide()
      screen.toast(title)
      if (durationMs !== undefined) timer = setTimeout(hide, durationMs)
    },
    hide,
  }
}
