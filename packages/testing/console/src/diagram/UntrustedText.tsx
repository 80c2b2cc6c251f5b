// A text that a client sent. Characters that would move, hide or reverse the text beside it are shown by their code,
// and right-to-left text stays within its own bounds.

/** Control characters, and those without width or that change the direction of text. */
const INVISIBLE = /([\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff])/u

export interface UntrustedTextProps {
  readonly text: string
  readonly className?: string
}

export function UntrustedText({ text, className }: UntrustedTextProps) {
  // The pattern captures, so every second piece is an invisible character.
  const pieces = text.split(INVISIBLE).map((piece, index) => ({ piece, key: `${index}`, isInvisible: index % 2 === 1 }))
  return (
    <bdi className={className}>
      {pieces.map(({ piece, key, isInvisible }) =>
        isInvisible ? (
          <span key={key} className="seq-unseen">
            {formatCodePoint(piece)}
          </span>
        ) : (
          piece
        ),
      )}
    </bdi>
  )
}

/** `U+202E` */
function formatCodePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
