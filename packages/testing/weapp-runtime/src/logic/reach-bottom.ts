// `onReachBottom` of a page: once each time that the user comes near its end.
import type { MiniProgramPackage } from '../package'

/** CSS pixels. WeChat's default of `onReachBottomDistance`. */
const DISTANCE = 50

export type ReachBottom = 'reached' | 'not reached' | 'unknown'

/** @returns a function to call whenever the page has scrolled; `unknown` where nothing has a height, as in jsdom */
export function watchBottom(page: HTMLElement, { app, json }: MiniProgramPackage, path: string): () => ReachBottom {
  const distance = json[path]?.onReachBottomDistance ?? app.window?.onReachBottomDistance ?? DISTANCE
  let isNear = false
  return () => {
    if (page.scrollHeight === 0) return 'unknown'
    const wasNear = isNear
    isNear = page.scrollTop + page.clientHeight >= page.scrollHeight - distance
    return isNear && !wasNear ? 'reached' : 'not reached'
  }
}
