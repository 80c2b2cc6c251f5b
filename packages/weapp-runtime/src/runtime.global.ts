// The runtime as a script of a window, where it is `weappRuntime`.
export { iframeRealm } from './logic/iframe-realm'
export { startRuntime as start } from './runtime'
