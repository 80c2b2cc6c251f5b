// Draws screenshots as phones that stand side by side.
import type { Browser } from '@playwright/test'

export interface PhoneScreen {
  /** A PNG. */
  readonly image: Buffer
  /** The screen's color, for the status bar. */
  readonly ground: string
  /** Where a finger taps, in CSS pixels of the screen. */
  readonly tap?: { readonly x: number; readonly y: number }
}

/** The grounds of the pictures, in the colors of GitHub's pages. */
export const GROUNDS = {
  light: { ground: '#f6f8fa', ink: '#16181d', edge: '#0f1115', rim: '#c8ced6' },
  dark: { ground: '#0d1117', ink: '#f2f4f8', edge: '#23262d', rim: '#4a505b' },
} as const

export type Theme = keyof typeof GROUNDS

export interface Drawing {
  readonly theme: Theme
  /** Of one phone's screen, in pixels. */
  readonly width: number
  readonly scale: number
}

/** The width of a screen that is drawn in its own size. */
const SCREEN_WIDTH = 390
const STATUS_BAR = 44

/** @returns a PNG */
export async function drawPhones(
  browser: Browser,
  screens: readonly PhoneScreen[],
  { theme, width, scale }: Drawing,
): Promise<Buffer> {
  const page = await browser.newPage({ deviceScaleFactor: scale })
  try {
    await page.setContent(formatPage(screens, { theme, width }))
    return await page.locator('#ground').screenshot()
  } finally {
    await page.close()
  }
}

function formatPage(screens: readonly PhoneScreen[], { theme, width }: Pick<Drawing, 'theme' | 'width'>): string {
  const { ground, ink, edge, rim } = GROUNDS[theme]
  return `<style>
  body { margin: 0; width: max-content; }
  #ground { display: flex; gap: 24px; padding: 24px; background: ${ground}; zoom: ${width / SCREEN_WIDTH}; }
  .phone { position: relative; width: ${SCREEN_WIDTH}px; overflow: hidden;
    border: 10px solid ${edge}; border-radius: 56px; outline: 2px solid ${rim}; }
  .phone img { display: block; width: 100%; }
  .bar { display: flex; align-items: center; justify-content: space-between; box-sizing: border-box;
    height: ${STATUS_BAR}px; padding: 6px 26px 0; color: ${ink}; font: 600 15px sans-serif; }
  .camera { position: absolute; top: 12px; left: calc(50% - 48px); width: 96px; height: 26px; border-radius: 13px;
    background: #000; }
  .battery { width: 22px; height: 10px; border: 1.5px solid ${ink}; border-radius: 4px; box-shadow: inset 15px 0 ${ink}; }
  .finger { position: absolute; width: 52px; height: 52px; margin: -26px; border-radius: 50%;
    background: rgba(60, 70, 90, 0.3); border: 2px solid rgba(60, 70, 90, 0.35); }
</style><div id="ground">${screens.map(formatPhone).join('')}</div>`
}

function formatPhone({ image, ground, tap }: PhoneScreen): string {
  const finger = tap ? `<div class="finger" style="left:${tap.x}px;top:${tap.y + STATUS_BAR}px"></div>` : ''
  return (
    `<div class="phone" style="background:${ground}"><div class="bar"><span>9:41</span><span class="battery"></span></div>` +
    `<div class="camera"></div><img src="data:image/png;base64,${image.toString('base64')}">${finger}</div>`
  )
}
