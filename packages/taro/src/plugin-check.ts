// In development, tells of a mini-program built without our Taro plugin: what the carrier says of it, 111034, names no
// cause. The component calls it behind constants of the build, so that bundles for users hold none of it.
import { internalComponents } from '@tarojs/shared'

const MISSING =
  "taroPluginMissing: Taro's templates drop the image's referrerPolicy and aria-*, so the carrier refuses to take the " +
  "number (111034). Add '@local-number/taro/taro-plugin' to `plugins` in the app's Taro configuration (config/index.ts), " +
  'and build again.'

let told = false

/** Once per start of the app. Taro's own table of attributes tells, which the plugin extends at run time. */
export function tellOfMissingPlugin(): void {
  if (told || 'referrer-policy' in (internalComponents?.Image ?? {})) return
  told = true
  // biome-ignore lint/suspicious/noConsole: the one line meant for the developer's console.
  console.error(MISSING)
}
