// In development, says why the image of the image edition may have failed: neither the page nor WeChat shows it.
// Bundles for users do not contain it.
import { HTTP_IMAGE_MAYBE_UPGRADED } from './edition-rules'
import { tellOnce } from './tell-once'

// One literal, which bundlers drop where it is not used.
const UPGRADED =
  'httpImageMaybeUpgraded: iOS 18 and later load an http image over https instead, unless its host is an IP address, ' +
  "and the carrier's then fails. Add `httpsEdition` of '@local-number/taro/https' to `editions`, if the app is " +
  'contracted for it. Wi-Fi, another carrier or a VPN look the same from here.'

/** Tells once per start of the app. */
export function explainUpgradedImage(code: string | null): void {
  if (code === HTTP_IMAGE_MAYBE_UPGRADED) tellOnce(HTTP_IMAGE_MAYBE_UPGRADED, UPGRADED)
}
