// Where one text differs from another, so that a reader need not compare 100 characters by eye.
import { diffChars } from 'diff'

/** Finding more insertions and deletions than this would take seconds: the text is then marked as a whole. */
const MOST_EDITS = 1000

/** Shorter matches between differences are chance: two random ids have many of them. */
const SHORTEST_MATCH = 4

/** A piece of the second text. */
export interface Piece {
  readonly value: string
  readonly isDifferent: boolean
}

/** Compares characters, not UTF-16 code units: a client may have sent anything. */
export function findDifferences(expected: string, found: string): readonly Piece[] {
  const changes = diffChars(expected, found, { maxEditLength: MOST_EDITS })
  if (changes === undefined) return [{ value: found, isDifferent: true }]
  const pieces = changes.filter(({ removed }) => !removed)
  return pieces.map(({ value, added }, index) => {
    const isBetween = index > 0 && index < pieces.length - 1
    return { value, isDifferent: added || (isBetween && value.length < SHORTEST_MATCH) }
  })
}
