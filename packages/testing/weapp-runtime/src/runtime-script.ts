// The built script that both drivers load into a window.
import { readFileSync } from 'node:fs'
import type { DeviceSettings, Host, LocalDevice } from './device'
import { RuntimeError } from './errors'
import type { Realm } from './logic/realm'
import type { MiniProgramPackage } from './package'

type RealmWith = (globals: Readonly<Record<string, unknown>>) => Realm

/** What the script leaves in the window as `weappRuntime`. */
export interface RuntimeScript {
  /** @param realmWith makes the logic layer's scope with these globals */
  start(pkg: MiniProgramPackage, settings: DeviceSettings, host: Host, realmWith: RealmWith): LocalDevice
  readonly iframeRealm: RealmWith
}

declare global {
  interface Window {
    weappRuntime: RuntimeScript
  }
}

/** Beside `src` and `dist` alike. */
const FILE = new URL('../dist/runtime.global.js', import.meta.url)

/** @throws RuntimeError `notBuilt` */
export function runtimeScript(): string {
  try {
    return `${readFileSync(FILE, 'utf8')};window.weappRuntime = weappRuntime`
  } catch {
    throw new RuntimeError(
      'notBuilt',
      'dist/runtime.global.js is missing: run npm run build in packages/testing/weapp-runtime',
    )
  }
}
