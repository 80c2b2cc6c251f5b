// The runtime as a script of a window, where it is `weappRuntime`.
import { iframeRealm as realm } from './logic/iframe-realm'
import { startRuntime } from './runtime'
import type { RuntimeScript } from './runtime-script'

export const start: RuntimeScript['start'] = startRuntime
export const iframeRealm: RuntimeScript['iframeRealm'] = realm
