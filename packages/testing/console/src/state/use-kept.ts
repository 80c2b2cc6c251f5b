// What a dialog shows while it fades: its last subject, although there is none any more.
import { useRef } from 'react'

export function useKept<T>(value: T, isShown: boolean): T {
  const kept = useRef(value)
  if (isShown) kept.current = value
  return kept.current
}
