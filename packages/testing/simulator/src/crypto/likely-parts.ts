// The texts that people hash by mistake instead of the right one, piece by piece, so that they can be shown in colors.
import type { Md5Reason } from '@local-number/simulator-contract'
import { permute, removeAt, SEPARATORS, type TextPart, VERSIONS } from './likely-texts'

export interface LikelyParts {
  readonly reason: Extract<Md5Reason, 'otherText' | 'otherOrder'>
  readonly parts: readonly TextPart[]
}

const BUSINESS_TYPES = ['1', '5']

/** The likeliest first. @param parts with the appKey */
export function* generateLikelyParts(parts: readonly TextPart[]): Generator<LikelyParts> {
  for (const text of [...listValues(parts), ...listJoined(parts)]) yield { reason: 'otherText', parts: text }
  for (const index of parts.keys()) yield { reason: 'otherText', parts: removeAt(parts, index) }
  for (const order of permute(parts)) yield { reason: 'otherOrder', parts: order }
}

/** One piece with another value than in the message. */
function listValues(parts: readonly TextPart[]): readonly (readonly TextPart[])[] {
  const replace = (name: string, value: string) => parts.map((part) => (part.name === name ? { name, value } : part))
  return [
    ...VERSIONS.map((version) => replace('version', version)),
    ...BUSINESS_TYPES.map((type) => replace('businessType', type)),
  ]
}

function listJoined(parts: readonly TextPart[]): readonly (readonly TextPart[])[] {
  const join = (separator: string, texts: readonly (readonly TextPart[])[]) =>
    texts.flatMap((text, index) => (index === 0 ? text : [{ name: '', value: separator }, ...text]))
  const pairs = parts.map((part) => [{ name: '', value: `${part.name}=` }, part])
  return [
    ...SEPARATORS.map((separator) =>
      join(
        separator,
        parts.map((part) => [part]),
      ),
    ),
    join('&', pairs),
    [...parts, { name: '', value: '\n' }],
  ]
}
