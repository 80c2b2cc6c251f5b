// What `wx.canIUse` answers about tags.
import type { Verdict } from '../wx/can-i-use'
import { WECHAT_TAGS } from './attributes'
import { OPEN_TYPES } from './form'
import { BUILT_INS } from './index'
import { findLacking, GENERAL } from './lacking'

/** WeChat's other tags (developers.weixin.qq.com/miniprogram/dev/component). */
const OTHER_TAGS: readonly string[] = [
  ...['cover-image', 'match-media', 'movable-area', 'movable-view', 'page-container', 'swiper'],
  ...['swiper-item', 'icon', 'progress', 'rich-text', 'editor', 'editor-portal', 'keyboard-accessory', 'picker'],
  ...['picker-view', 'picker-view-column', 'slider', 'functional-page-navigator', 'audio', 'camera'],
  ...['channel-live', 'channel-video', 'live-player', 'live-pusher', 'video', 'voip-room', 'map', 'canvas'],
  ...['ad', 'ad-custom', 'official-account', 'open-data', 'web-view', 'navigation-bar', 'page-meta', 'share-element'],
  ...['grid-view', 'list-view', 'sticky-header', 'sticky-section', 'snapshot', 'span', 'xr-frame', 'selection'],
]

/** Values of attributes that exist here; for other attributes every value does. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  'button.open-type': OPEN_TYPES,
  'navigator.open-type': ['navigate', 'redirect', 'reLaunch', 'navigateBack'],
}

export function judgeTag(tag: string, attribute?: string, value?: string): Verdict | null {
  if (OTHER_TAGS.includes(tag)) return 'missing'
  const builtIn = BUILT_INS[tag as keyof typeof BUILT_INS]
  const facts = WECHAT_TAGS[tag]
  if (!builtIn || !facts) return null
  if (attribute === undefined) return 'yes'
  const name = attribute.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
  if (!GENERAL.includes(name) && !(name in facts.attributes) && !(name in (WECHAT_TAGS['']?.attributes ?? {})))
    return 'no'
  if (findLacking(tag, builtIn).isAttributeMissing(name, value ?? 'any')) return 'missing'
  const values = VALUES[`${tag}.${attribute}`]
  return value !== undefined && values && !values.includes(value) ? 'missing' : 'yes'
}
