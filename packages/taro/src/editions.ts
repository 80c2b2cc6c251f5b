// The editions that an app passes to the login, and the port that each becomes. The HTTPS edition has an entry of its
// own, so that apps without it do not ship it.
import type { CarrierSdk, SdkOptions } from '@local-number/jssdk'
import { createH5Sdk } from '@local-number/jssdk/h5'
import { createMiniProgramSdk } from '@local-number/jssdk/miniprogram'
import { createVendorDriver, isHttpsScript, type VendorYdrz } from '@local-number/jssdk/vendor'
import type { EditionName, EditionPort } from '@local-number/login'
import { judgeEdition } from './edition-rules'
import { createWx } from './wx'

/** An edition of the carrier's check, for the option `editions`. */
export interface CarrierEdition {
  /** As `onEvent` names it. */
  readonly name: EditionName
  /** For the login, which calls it once. */
  createSdk(options: SdkOptions): CarrierSdk
}

/**
 * The edition of the carrier's document: an http image retrieves the number.
 *
 * @supported weapp, h5 from http pages
 */
export const imageEdition: CarrierEdition = {
  name: 'image',
  createSdk: (options) =>
    process.env.TARO_ENV === 'h5' ? createH5Sdk(window, options) : createMiniProgramSdk(createWx(), options),
}

interface Surroundings {
  readonly origins: SdkOptions['origins']
  /** `undefined` for a line that does not exist. */
  readonly imageOrigin: string | undefined
}

export function createEditionPorts(
  editions: readonly CarrierEdition[],
  { origins, imageOrigin }: Surroundings,
): readonly EditionPort[] {
  return editions.filter(isEdition).map((edition) => ({
    name: edition.name,
    sdk: edition.createSdk({ origins }),
    ...judgeEdition(edition.name, imageOrigin),
  }))
}

/** In JavaScript, a list may hold anything: what is no edition counts as not listed. */
function isEdition(value: unknown): value is CarrierEdition {
  return typeof Object(value).createSdk === 'function'
}

interface Script {
  readonly ydrz: VendorYdrz
  readonly appId: string
  /** Where the script runs. */
  readonly edition: CarrierSdk['edition']
  readonly imageOrigin: string | undefined
}

/** The carrier's own script as the only edition. Which one it is shows when it is asked: after consent. */
export function createScriptPort({ ydrz, appId, edition, imageOrigin }: Script): EditionPort {
  let name: EditionName | null = null
  // Once: a script that becomes ready later must not change its edition under a login.
  const readName = (): EditionName => {
    name ??= isHttpsScript(ydrz, appId) ? 'https' : 'image'
    return name
  }
  return {
    get name() {
      return readName()
    },
    sdk: createVendorDriver(ydrz, { edition }),
    unsupported: () => judgeEdition(readName(), imageOrigin).unsupported(),
    doubt: () => judgeEdition(readName(), imageOrigin).doubt(),
  }
}
