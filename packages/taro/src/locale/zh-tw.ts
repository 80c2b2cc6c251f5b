/**
 * The component's texts for `locales`: only what an app imports is shipped.
 *
 * @example
 * ```tsx
 * import { zhTW } from '@local-number/taro/locale/zh-tw'
 *
 * <LocalNumberLogin locales={[zhTW]} locale="auto" {...options} />
 * ```
 *
 * @module
 */
export type { Locale, Texts } from '../texts/texts'
export { zhTW } from '../texts/zh-tw'
