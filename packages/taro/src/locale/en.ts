/**
 * The component's texts for `locales`: only what an app imports is shipped.
 *
 * @example
 * ```tsx
 * import { en } from '@local-number/taro/locale/en'
 *
 * <LocalNumberLogin locales={[en]} locale="auto" {...options} />
 * ```
 *
 * @module
 */

export { en } from '../texts/en'
export type { Locale, Texts } from '../texts/texts'
