// A text that a stranger sent. What would move, hide or turn around the text beside it is shown as a mark, and writing from
// right to left stays within its own bounds.

/** Control characters, and those without a width or with a say in the direction of others. */
const UNSEEN = /([\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff])/u

export interface StrangersTextProps {
  readonly text: string
  readonly className?: string
}

export function StrangersText({ text, className }: StrangersTextProps) {
  // Every second piece is one that was split at.
  const pieces = text.split(UNSEEN).map((piece, place) => ({ piece, key: `${place}`, isUnseen: place % 2 === 1 }))
  return (
    <bdi className={className}>
      {pieces.map(({ piece, key, isUnseen }) =>
        isUnseen ? (
          <span key={key} className="seq-unseen">
            {codePoint(piece)}
          </span>
        ) : (
          piece
        ),
      )}
    </bdi>
  )
}

/** `U+202E` */
function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
