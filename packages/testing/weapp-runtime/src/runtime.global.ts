// The entry of the script that runs in a window, where it is `weappRuntime`.
import { createIframeRealm as createRealm } from './logic/iframe-realm'
import { startRuntime } from './runtime'
import type { RuntimeScript } from './runtime-script'

export const start: RuntimeScript['start'] = startRuntime
export const createIframeRealm: RuntimeScript['createIframeRealm'] = createRealm
