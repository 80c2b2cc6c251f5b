// Text in the suite's two languages.

export interface Localized {
  readonly zh: string
  readonly en: string
}

export type Language = keyof Localized

export const LANGUAGES = ['zh', 'en'] as const satisfies readonly Language[]
