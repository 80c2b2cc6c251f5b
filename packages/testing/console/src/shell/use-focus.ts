// After navigation, screen readers start at the new page's heading. Within a page, the focused element keeps the focus
// while it is visible, as in the list of logins.
import { useEffect, useRef } from 'react'
import type { Route } from '../state/route'

export function useFocus(route: Route): void {
  const before = useRef(route)
  const { page } = route
  const trace = page === null ? null : route.trace
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per address.
  useEffect(() => {
    if (before.current === route) return
    const isNewPage = before.current.page !== page
    before.current = route
    if (isNewPage || isFocusLost()) focusOn(document.querySelector<HTMLElement>('main h1') ?? findMain())
  }, [page, trace])
}

/** The focused element is hidden now. */
function isFocusLost(): boolean {
  return document.activeElement?.checkVisibility() === false
}

export function focusOn(element: HTMLElement | null): void {
  if (element === null) return
  element.tabIndex = -1
  element.focus()
}

function findMain(): HTMLElement | null {
  return document.querySelector('main')
}
