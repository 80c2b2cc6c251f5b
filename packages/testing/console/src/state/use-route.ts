// The page that the address names, as it changes.
import { useHashLocation } from 'wouter/use-hash-location'
import { parseRoute, type Route } from './route'

export function useRoute(): Route {
  const [path] = useHashLocation()
  return parseRoute(path)
}
