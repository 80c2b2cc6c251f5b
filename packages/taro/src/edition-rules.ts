// What stands against an edition, by page and device: one table. The login takes the first edition of the app that
// nothing stands against, see `chooseEdition` of `@local-number/login`.
import type { EditionName, EditionPort, Unsupported } from '@local-number/login'
import { getSystemInfoSync } from '@tarojs/taro'

/** What the rules look at. */
export interface Here {
  /** `https:` or `http:`; empty in a mini-program. */
  readonly pageProtocol: string
  /** The major version of iOS, `null` elsewhere. */
  readonly iosVersion: number | null
  /** Where the image edition's image would come from; empty if the options name no address. */
  readonly imageOrigin: string
}

export interface EditionRule {
  readonly edition: EditionName
  applies(here: Here): boolean
  /** The edition cannot work. */
  readonly obstacle: Unsupported | null
  /** The edition probably fails: the code of the failure if it does. */
  readonly doubt: string | null
}

export const HTTP_IMAGE_MAYBE_UPGRADED = 'httpImageMaybeUpgraded'

/** Not an IP address, which WebKit exempts. */
const HTTP_NAME = /^http:\/\/(?!(?:\d{1,3}\.){3}\d{1,3}(?:[:/]|$)|\[)/i

const FIRST_UPGRADING_IOS = 18

export const EDITION_RULES: readonly EditionRule[] = [
  {
    // Current browsers load it over https instead, and it fails (measured in Chromium, protocol.md §3).
    edition: 'image',
    applies: ({ pageProtocol, imageOrigin }) => pageProtocol === 'https:' && !/^https:/i.test(imageOrigin),
    obstacle: { reason: 'httpsPage', code: null },
    doubt: null,
  },
  {
    // WebKit does the same (its changes #9577 and #23919), also under WeChat's mini-programs by what developers report.
    // Not tried on a device.
    edition: 'image',
    applies: ({ iosVersion, imageOrigin }) => (iosVersion ?? 0) >= FIRST_UPGRADING_IOS && HTTP_NAME.test(imageOrigin),
    obstacle: null,
    doubt: HTTP_IMAGE_MAYBE_UPGRADED,
  },
]

/**
 * What the rules say about one edition. They look when they are asked: what is certain is no fact of the device, so that
 * it may be asked before the tap.
 */
export function judgeEdition(
  edition: EditionName,
  imageOrigin: string | undefined,
): Required<Pick<EditionPort, 'unsupported' | 'doubt'>> {
  const here = createHere(imageOrigin)
  const find = (says: 'obstacle' | 'doubt') =>
    EDITION_RULES.find((rule) => rule.edition === edition && rule[says] !== null && rule.applies(here))
  return { unsupported: () => find('obstacle')?.obstacle ?? null, doubt: () => find('doubt')?.doubt ?? null }
}

/** As WeChat names the system: `iOS 18.1`. */
const WECHAT_IOS = /^(?:iOS|iPadOS) (\d+)/i
/** As browsers do: `(iPhone; CPU iPhone OS 18_1 like Mac OS X)`. An iPad that asks for desktop pages looks like a Mac. */
const BROWSER_IOS = /\((?:iPhone|iPad|iPod)[^)]* OS (\d+)[_\d]* like Mac OS X/

/** Its fields are read when a rule looks at them. */
function createHere(imageOrigin = ''): Here {
  const isH5 = process.env.TARO_ENV === 'h5'
  return {
    imageOrigin,
    get pageProtocol() {
      return isH5 ? window.location.protocol : ''
    },
    get iosVersion() {
      return isH5
        ? readVersion(BROWSER_IOS, window.navigator.userAgent)
        : readVersion(WECHAT_IOS, getSystemInfoSync().system ?? '')
    },
  }
}

function readVersion(pattern: RegExp, text: string): number | null {
  const [, version] = pattern.exec(text) ?? []
  return version === undefined ? null : Number(version)
}
