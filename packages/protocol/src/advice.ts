/**
 * What the return codes mean and what to do about them, in Chinese and English: for servers, tools and documentation.
 * Client code imports `@local-number/protocol/return-codes`, which carries no texts.
 *
 * @module
 */
export { ADVICE, type AdviceOnCode, advise, LOCALES, type Locale } from './advice/advise'
export type { Advice, CauseAdvice, CodeAdvice } from './advice/shape'
