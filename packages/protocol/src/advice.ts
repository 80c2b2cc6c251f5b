/**
 * What the return codes mean and what to do about them, in Chinese and English: for servers, tools and documentation.
 * Client code imports `@local-number/protocol/return-codes`, which carries no texts.
 *
 * @example
 * ```ts
 * import { advise } from '@local-number/protocol/advice'
 * import { lookUp } from '@local-number/protocol/return-codes'
 *
 * const { meaning, remedy, causes } = advise(lookUp('getToken', '130018'), 'en')
 * ```
 *
 * @module
 */
export { ADVICE, type AdviceOnCode, advise, LOCALES, type Locale } from './advice/advise'
export type { Advice, CauseAdvice, CodeAdvice } from './advice/shape'
