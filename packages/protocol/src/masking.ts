/**
 * The masking of phone numbers inside any text, for the logs, traces and reports of servers and tools. Client code
 * stays with `maskMsisdn`: the patterns here need lookbehind, which WeChat on older phones does not know.
 *
 * @example
 * ```ts
 * import { maskMsisdnsIn } from '@local-number/protocol/masking'
 *
 * console.log(maskMsisdnsIn('call +86 138-0013-8000 now')) // call +86 138****8000 now
 * ```
 *
 * @module
 */
export { type MaskOptions, maskMsisdnsIn } from './msisdn/mask'
