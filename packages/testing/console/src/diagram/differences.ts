// Where one text differs from another, so that a reader need not compare 100 characters by eye.
import { diffChars } from 'diff'

/** More insertions and deletions than this would take seconds to find: the text is then marked as a whole. */
const MOST_EDITS = 1000

/** A piece of the second text, which the first has, too, or not. */
export interface Piece {
  readonly value: string
  readonly isDifferent: boolean
}

/** Compares characters, not UTF-16 halves of them: the texts may hold anything that a client sent. */
export function findDifferences(expected: string, found: string): readonly Piece[] {
  const changes = diffChars(expected, found, { maxEditLength: MOST_EDITS })
  if (changes === undefined) return [{ value: found, isDifferent: true }]
  return changes.filter(({ removed }) => !removed).map(({ value, added }) => ({ value, isDifferent: added }))
}
