// What stands against an edition, by page and device: in one place. The login takes the first edition of the app that
// nothing stands against, see `chooseEdition` of `@local-number/login`.
import type { EditionName, EditionPort } from '@local-number/login'
import { getSystemInfoSync } from '@tarojs/taro'

/** Both look when they are asked: an obstacle is no fact of the device, so that it may be asked for before the tap. */
type Judgement = Required<Pick<EditionPort, 'unsupported' | 'doubt'>>

export const HTTP_IMAGE_MAYBE_UPGRADED = 'httpImageMaybeUpgraded'

/** Not an IP address, which WebKit exempts. */
const HTTP_NAME = /^http:\/\/(?!(?:\d{1,3}\.){3}\d{1,3}(?:[:/]|$)|\[)/i

const FIRST_UPGRADING_IOS = 18

const NOTHING: Judgement = { unsupported: () => null, doubt: () => null }

/**
 * What stands against one edition.
 *
 * @param imageOrigin where the image edition's image would come from; empty if the options name no address
 */
export function judgeEdition(edition: EditionName, imageOrigin = ''): Judgement {
  return edition === 'image' ? judgeImage(imageOrigin) : NOTHING
}

const judgeImage = (imageOrigin: string): Judgement => ({
  // Current browsers load it over https instead, and it fails (measured in Chromium, protocol.md §3).
  unsupported: () =>
    process.env.TARO_ENV === 'h5' && window.location.protocol === 'https:' && !/^https:/i.test(imageOrigin)
      ? { reason: 'httpsPage', code: null }
      : null,
  // WebKit does the same (its changes #9577 and #23919), also under WeChat's mini-programs by what developers report.
  // Not tried on a device.
  doubt: () =>
    HTTP_NAME.test(imageOrigin) && readIosVersion() >= FIRST_UPGRADING_IOS ? HTTP_IMAGE_MAYBE_UPGRADED : null,
})

/** As WeChat names the system: `iOS 18.1`. */
const WECHAT_IOS = /^(?:iOS|iPadOS) (\d+)/i
/** As browsers do: `(iPhone; CPU iPhone OS 18_1 like Mac OS X)`. An iPad that asks for desktop pages looks like a Mac. */
const BROWSER_IOS = /\((?:iPhone|iPad|iPod)[^)]* OS (\d+)[_\d]* like Mac OS X/

/** @returns the major version of iOS, 0 elsewhere */
function readIosVersion(): number {
  const match =
    process.env.TARO_ENV === 'h5'
      ? BROWSER_IOS.exec(window.navigator.userAgent)
      : WECHAT_IOS.exec(getSystemInfoSync().system ?? '')
  return Number(match?.[1] ?? 0)
}
