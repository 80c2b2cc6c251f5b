// The consent receipt: what the user agreed to, for the server to keep.
import type { ConsentReceipt } from '@local-number/protocol'
import type { LoginConfig } from './config'

/** A server refuses other tags, and no login is to end because of one. */
const TAG = /^(?=.{2,35}$)[a-z]{2,8}(-[a-z\d]{1,8})*$/i

export function createReceipt({
  consentVersion: version,
  consentLocale: locale,
}: Pick<LoginConfig, 'consentVersion' | 'consentLocale'>): ConsentReceipt {
  return typeof locale === 'string' && TAG.test(locale) ? { version, locale } : { version }
}
