// Parts of the page that screen readers can jump to. Mini-programs have none.

/** Properties of a view. */
export function toLandmark(role: 'main' | 'complementary', label?: string): object {
  if (process.env.TARO_ENV !== 'h5') return {}
  return { role, ...(label === undefined ? {} : { 'aria-label': label }) }
}
