// The built script that both drivers load into a window.
import { readFileSync } from 'node:fs'
import type { DeviceSettings, Host, LocalDevice } from './device'
import { RuntimeError } from './errors'
import type { CreateRealm } from './logic/realm'
import type { MiniProgramPackage } from './package'

export interface RuntimeOptions {
  readonly pkg: MiniProgramPackage
  readonly settings: DeviceSettings
  readonly host: Host
  /** Creates the global scope of the logic layer. */
  readonly createRealm: CreateRealm
}

/** What the script leaves in the window as `weappRuntime`. */
export interface RuntimeScript {
  start(options: RuntimeOptions): LocalDevice
  readonly createIframeRealm: CreateRealm
}

declare global {
  interface Window {
    weappRuntime: RuntimeScript
  }
}

/** The path is the same from `src` and from `dist`. */
const FILE = new URL('../dist/runtime.global.js', import.meta.url)

/** @throws RuntimeError `notBuilt` */
export function readRuntimeScript(): string {
  try {
    return `${readFileSync(FILE, 'utf8')};window.weappRuntime = weappRuntime`
  } catch {
    throw new RuntimeError(
      'notBuilt',
      'dist/runtime.global.js is missing: run npm run build in packages/testing/weapp-runtime',
    )
  }
}
