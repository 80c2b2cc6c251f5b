// A mini-program that was built without our Taro plugin cannot log in: the carrier's answer, 111034, does not name the
// cause. webpack refuses such a build; where another bundler lets it pass, the login ends in `taroPluginMissing` and
// says so, in production, too. A build with the plugin contains nothing of this.
import * as shared from '@tarojs/shared'
import { tellOnce } from './tell-once'

/** Our plugin defines it in mini-program builds. */
declare const LOCAL_NUMBER_TARO_PLUGIN: true | undefined

const MISSING =
  "taroPluginMissing: Taro's templates drop the image's referrerPolicy and aria-*, so the carrier refuses number " +
  "retrieval (111034). Add '@local-number/taro/taro-plugin' to `plugins` in the app's Taro configuration " +
  '(config/index.ts), and build again.'

/** Whether this is a WeChat build without our plugin; the first call then explains it in the console. */
export function isTaroPluginMissing(): boolean {
  if (process.env.TARO_ENV === 'weapp' && typeof LOCAL_NUMBER_TARO_PLUGIN === 'undefined') {
    // For webpack a missing export of a module is an error, with the export's name as its text. Others see `undefined`.
    const missing = (shared as unknown as Readonly<Record<string, true | undefined>>)[
      "taroPluginMissing: add '@local-number/taro/taro-plugin' to plugins in config/index.ts, or WeChat logins fail"
    ]
    // Our plugin also extends Taro's table of attributes at run time.
    if (missing || 'referrer-policy' in (shared.internalComponents?.Image ?? {})) return false
    tellOnce('taroPluginMissing', MISSING)
    return true
  }
  return false
}
