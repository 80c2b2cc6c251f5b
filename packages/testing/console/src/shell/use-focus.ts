// A page that was turned to is read from its heading on. What has the focus keeps it while it is still there, as in the
// list of logins.
import { useEffect, useRef } from 'react'
import type { Route } from '../state/route'

export function useFocus(route: Route): void {
  const before = useRef(route)
  const { page } = route
  const trace = page === null ? null : route.trace
  // biome-ignore lint/correctness/useExhaustiveDependencies: each address once.
  useEffect(() => {
    if (before.current === route) return
    const turned = before.current.page !== page
    before.current = route
    if (turned || isFocusLost()) focusOn(document.querySelector<HTMLElement>('main h1') ?? mainOf())
  }, [page, trace])
}

/** What had it is hidden now. */
function isFocusLost(): boolean {
  return document.activeElement?.checkVisibility() === false
}

export function focusOn(element: HTMLElement | null): void {
  if (element === null) return
  element.tabIndex = -1
  element.focus()
}

function mainOf(): HTMLElement | null {
  return document.querySelector('main')
}
