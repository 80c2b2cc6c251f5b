// The admin token comes from the address (`#token=…`) or is typed. It is kept for this tab, and removed from the
// address bar, where others could see it, and where it would be bookmarked and shared.
import { useEffect, useState } from 'react'
import { decodePart } from '../state/route'

const KEY = 'local-number-console-token'
const HASH = /^#token=(.+)$/

export function useToken(): readonly [token: string | null, setToken: (token: string) => void] {
  const [token, setToken] = useState(readToken)
  useEffect(() => {
    const read = () => setToken(readToken())
    // Before the router reads the address.
    window.addEventListener('hashchange', read, { capture: true })
    return () => window.removeEventListener('hashchange', read, { capture: true })
  }, [])
  const storeToken = (typed: string) => {
    sessionStorage.setItem(KEY, typed)
    setToken(typed)
  }
  return [token, storeToken]
}

function readToken(): string | null {
  const found = HASH.exec(window.location.hash)?.[1]
  if (found !== undefined) {
    sessionStorage.setItem(KEY, decodePart(found))
    history.replaceState(null, '', '#/')
  }
  return sessionStorage.getItem(KEY)
}
