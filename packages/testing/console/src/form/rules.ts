// Building blocks of the forms' validation tables. A rule returns the name of a mistake.
import type { Texts } from '../texts/texts'

export type MistakeName = keyof Texts['shell']['mistakes']

export function mistakeIf(isWrong: boolean, mistake: MistakeName): MistakeName | null {
  return isWrong ? mistake : null
}

export function isWholeNumber(text: string, least = 0, most = Number.MAX_SAFE_INTEGER): boolean {
  return /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most
}
