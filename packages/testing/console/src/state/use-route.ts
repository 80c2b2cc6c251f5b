// The page that the address names, as it changes.
import { useSyncExternalStore } from 'react'
import { type Route, routeOf } from './route'

export function useRoute(): Route {
  return routeOf(useSyncExternalStore(subscribe, () => window.location.hash))
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed)
  return () => window.removeEventListener('hashchange', changed)
}
