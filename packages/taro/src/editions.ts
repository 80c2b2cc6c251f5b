// The editions that an app passes to the login, and the port that each becomes. The HTTPS edition and the carrier's own
// script have entries of their own, so that apps without them do not ship them.
import type { CarrierSdk, SdkOptions } from '@local-number/jssdk'
import { createH5Sdk } from '@local-number/jssdk/h5'
import { createMiniProgramSdk } from '@local-number/jssdk/miniprogram'
import type { EditionName, EditionPort } from '@local-number/login'
import { judgeEdition } from './edition-rules'
import { createWx } from './wx'

/** An edition of the carrier's check, for the option `editions`. */
export interface CarrierEdition {
  /** As `onEvent` names it. */
  readonly name: EditionName
  /** For the login, which calls it once. */
  createSdk(options: SdkOptions): CarrierSdk
  readonly createPrefetch?: EditionPort['createPrefetch']
  readonly readFailure?: EditionPort['readFailure']
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
  /** Nothing is sent before the tap for options that cannot work. */
  isUsable(): boolean
}

export function createEditionPorts(
  editions: readonly CarrierEdition[],
  { origins, imageOrigin, isUsable }: Surroundings,
): readonly EditionPort[] {
  return editions.filter(isEdition).map((edition) => ({
    name: edition.name,
    sdk: edition.createSdk({ origins }),
    createPrefetch: edition.createPrefetch && isUsable() ? edition.createPrefetch : undefined,
    readFailure: edition.readFailure,
    ...judgeEdition(edition.name, imageOrigin),
  }))
}

/** In JavaScript, a list may hold anything: what is no edition counts as not listed. */
function isEdition(value: unknown): value is CarrierEdition {
  return typeof Object(value).createSdk === 'function'
}

interface App {
  readonly appId: string
  /** What stands against an edition here. */
  judge(edition: EditionName): ReturnType<typeof judgeEdition>
}

/** The carrier's own script, for the option `sdk`: `createVendorDriver` of `@local-number/taro/vendor` makes it. */
export interface VendorDriver {
  /** For the login, which calls it once. */
  createPort(app: App): EditionPort
}

/** In JavaScript, `sdk` may be the script itself. */
export function isVendorDriver(value: unknown): value is VendorDriver {
  return typeof Object(value).createPort === 'function'
}
