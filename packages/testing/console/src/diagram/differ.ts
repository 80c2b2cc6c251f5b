// Where one text begins and stops to differ from another, so that a reader need not compare 100 characters by eye.

/** The text in three: as expected, different, as expected again. */
export interface Difference {
  readonly before: string
  readonly different: string
  readonly after: string
}

/** Compares characters, not halves of them: a text may hold anything that a stranger sent. */
export function differ(expected: string, found: string): Difference {
  const wanted = [...expected]
  const got = [...found]
  const most = Math.min(wanted.length, got.length)
  let start = 0
  while (start < most && wanted[start] === got[start]) start++
  let end = 0
  while (end < most - start && wanted[wanted.length - 1 - end] === got[got.length - 1 - end]) end++
  return {
    before: got.slice(0, start).join(''),
    different: got.slice(start, got.length - end).join(''),
    after: got.slice(got.length - end).join(''),
  }
}
