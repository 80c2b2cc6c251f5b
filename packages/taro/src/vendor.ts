/**
 * The carrier's own script as the SDK of the login, for apps whose contract or review requires it. Apps without it do
 * not ship its driver.
 *
 * @example
 * ```tsx
 * import { LocalNumberLogin } from '@local-number/taro'
 * import { createVendorDriver } from '@local-number/taro/vendor'
 * import YDRZ from './vendor/jssdk.min.js'
 *
 * <LocalNumberLogin
 *   appId="300011877495"
 *   appName="Shop"
 *   consentVersion="1"
 *   api={{ baseUrl }}
 *   sdk={createVendorDriver(YDRZ)}
 * />
 * ```
 *
 * @module
 */
import { createVendorDriver as createDriver, isHttpsScript, type VendorYdrz } from '@local-number/jssdk/vendor'
import { type EditionName, readHttpsFailure } from '@local-number/login'
import type { VendorDriver } from './editions'

export type { VendorData, VendorYdrz } from '@local-number/jssdk/vendor'
export type { VendorDriver } from './editions'

/**
 * Drives the carrier's own script of any edition, for the option `sdk`. Which edition it is shows when the script is
 * asked: after consent.
 *
 * @param ydrz the object that the script exports or puts on `window`
 * @supported weapp, h5
 */
export function createVendorDriver(ydrz: VendorYdrz): VendorDriver {
  const driver = DRIVERS.get(ydrz) ?? createScriptDriver(ydrz)
  // Without a script there is no key; the first attempt then says what is missing.
  if (Object(ydrz) === ydrz) DRIVERS.set(ydrz, driver)
  return driver
}

/** One for each script: a driver that is created while rendering must not look like a changed option. */
const DRIVERS = new WeakMap<VendorYdrz, VendorDriver>()

function createScriptDriver(ydrz: VendorYdrz): VendorDriver {
  return {
    createPort: ({ appId, judge }) => {
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
        sdk: createDriver(ydrz, { edition: process.env.TARO_ENV === 'h5' ? 'h5' : 'miniProgram' }),
        readFailure: (thrown, config) => (readName() === 'https' ? readHttpsFailure(thrown, config) : null),
        unsupported: () => judge(readName()).unsupported(),
        doubt: () => judge(readName()).doubt(),
      }
    },
  }
}
