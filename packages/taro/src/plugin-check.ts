// In development, warns about a mini-program that was built without our Taro plugin: the carrier's answer, 111034, does
// not name the cause. The component calls it behind build constants, so that bundles for users do not contain it.
import { internalComponents } from '@tarojs/shared'

const MISSING =
  "taroPluginMissing: Taro's templates drop the image's referrerPolicy and aria-*, so the carrier refuses number " +
  "retrieval (111034). Add '@local-number/taro/taro-plugin' to `plugins` in the app's Taro configuration " +
  '(config/index.ts), and build again.'

let warned = false

/** Warns once per start of the app. The plugin extends Taro's own table of attributes at run time. */
export function warnAboutMissingPlugin(): void {
  if (warned || 'referrer-policy' in (internalComponents?.Image ?? {})) return
  warned = true
  // biome-ignore lint/suspicious/noConsole: the one line meant for the developer's console.
  console.error(MISSING)
}
