// Ranges of characters in few bytes, since every app ships them: in base 36 each one's distance from the end of the
// last, and its length behind a dot. `characters.test.ts` writes them, from code points.

/** `'5 3.2'` → from 5 to 5, from 8 to 10. */
export function readRanges(packed: string): readonly (readonly [first: number, last: number])[] {
  let last = 0
  return packed.split(' ').map((range) => {
    const [distance, length] = range.split('.').map((digits) => Number.parseInt(digits, 36)) as [number, number?]
    const first = last + distance
    last = first + (length ?? 0)
    return [first, last]
  })
}

/** For the inside of a pattern's brackets: none of the packed characters has a meaning there. */
export function toClass(packed: string): string {
  return readRanges(packed)
    .map((ends) => ends.map((code) => String.fromCharCode(code)).join('-'))
    .join('')
}
