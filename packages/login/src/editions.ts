// Which of its editions a login uses. Chosen directly after consent, before anything is sent or read; beside Wi-Fi the
// network check may change to another one, see `effects/check-network.ts`.
import type { EditionName, EditionPort, Unsupported } from './ports'

const NONE: Unsupported = { reason: 'misconfigured', code: 'editionsEmpty' }

/**
 * Takes the first edition that nothing stands against, or else the first that may fail. A doubt rests on what is known
 * of a system, not of this phone, so that a doubtful edition is better than none.
 *
 * @returns the edition, or why the first one cannot work here
 * @example
 * ```ts
 * chooseEdition([image, https]) // https on an https page, where the image cannot load
 * ```
 */
export function chooseEdition(editions: readonly EditionPort[]): EditionPort | Unsupported {
  const obstacles = editions.map((edition) => edition.unsupported?.())
  const possible = editions.filter((_edition, place) => !obstacles[place])
  const certain = possible.find((edition) => !edition.doubt?.())
  return certain ?? possible[0] ?? obstacles[0] ?? NONE
}

/** The edition that was chosen. A login reaches no state that needs one without it. */
export function findEdition(editions: readonly EditionPort[], chosen: EditionName | null): EditionPort {
  const edition = editions.find(({ name }) => name === chosen)
  if (!edition) throw new Error(`no edition ${chosen} was chosen: please report this as a bug in @local-number/login`)
  return edition
}
