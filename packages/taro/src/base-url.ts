// Which addresses of a business server a request can be sent to.
import type { LocalNumberLoginOptions } from './options'

/** With a scheme; on H5 also one of the page's own host. A page's address would otherwise be put in front of it. */
export function hasUsableAddress(api: LocalNumberLoginOptions['api']): boolean {
  if (api.baseUrl === undefined) return true
  return /^https?:\/\/./i.test(api.baseUrl) || (process.env.TARO_ENV === 'h5' && /^(?:\/|$)/.test(api.baseUrl))
}
