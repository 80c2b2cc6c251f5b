// How the screens of the component are looked at: sizes, color schemes and large text, in languages and layouts.
import type { DemoSetup } from './login-page'

/** What a screen is opened in. */
export interface Dress {
  readonly lang: 'zh' | 'en'
  readonly layout: 'page' | 'compact' | 'sheet'
}

export const DRESSES: readonly Dress[] = [
  { lang: 'zh', layout: 'page' },
  { lang: 'en', layout: 'page' },
  { lang: 'en', layout: 'compact' },
  { lang: 'zh', layout: 'sheet' },
]

export function toSetup({ lang, layout }: Dress): DemoSetup {
  return { ...(lang === 'en' && { lang }), ...(layout !== 'page' && { layout }) }
}

/** What may change while a screen is open. */
export interface Look {
  readonly name: string
  readonly width: number
  readonly height: number
  readonly colorScheme: 'light' | 'dark'
  /** Twice as large as designed. */
  readonly largeText: boolean
  /** The system's own colors, as with Windows' contrast themes; browsers only. */
  readonly forcedColors: boolean
}

function createLook(width: number, height: number, { dark = false, large = false, forced = false } = {}): Look {
  const colorScheme = dark ? 'dark' : 'light'
  const name = [width, colorScheme, large && 'large-text', forced && 'forced-colors'].filter(Boolean).join('-')
  return { name, width, height, colorScheme, largeText: large, forcedColors: forced }
}

export const LOOKS: readonly Look[] = [
  createLook(390, 844),
  createLook(390, 844, { dark: true }),
  createLook(320, 640),
  createLook(320, 640, { dark: true }),
  // On a screen as high as the content, which would scroll.
  createLook(390, 1280, { large: true }),
  createLook(320, 1280, { dark: true, large: true }),
  createLook(768, 1024),
  createLook(768, 1024, { dark: true }),
  createLook(844, 390),
  createLook(844, 390, { dark: true }),
  createLook(390, 844, { forced: true }),
]
