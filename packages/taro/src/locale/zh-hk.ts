/**
 * The component's texts for `locales`: only what an app imports is shipped.
 *
 * @example
 * ```tsx
 * import { zhHK } from '@local-number/taro/locale/zh-hk'
 *
 * <LocalNumberLogin locales={[zhHK]} locale="auto" {...options} />
 * ```
 *
 * @module
 */
export type { Locale, Texts } from '../texts/texts'
export { zhHK } from '../texts/zh-hk'
