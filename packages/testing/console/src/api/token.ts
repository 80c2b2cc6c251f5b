// The admin token: the address may carry it as `#token=…`, or it is typed. Kept for this tab, and taken out of the address
// bar, where it would be seen, bookmarked and shared.
import { useEffect, useState } from 'react'
import { decoded } from '../state/route'

const KEY = 'local-number-console-token'
const HASH = /^#token=(.+)$/

export function useToken(): readonly [token: string | null, give: (token: string) => void] {
  const [token, setToken] = useState(takeToken)
  useEffect(() => {
    const take = () => setToken(takeToken())
    // Before the router looks at the address.
    window.addEventListener('hashchange', take, { capture: true })
    return () => window.removeEventListener('hashchange', take, { capture: true })
  }, [])
  const give = (given: string) => {
    sessionStorage.setItem(KEY, given)
    setToken(given)
  }
  return [token, give]
}

function takeToken(): string | null {
  const found = HASH.exec(window.location.hash)?.[1]
  if (found !== undefined) {
    sessionStorage.setItem(KEY, decoded(found))
    history.replaceState(null, '', '#/')
  }
  return sessionStorage.getItem(KEY)
}
