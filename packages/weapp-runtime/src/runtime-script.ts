// The built script that both drivers load into a window.
import { readFileSync } from 'node:fs'
import { RuntimeError } from './errors'

declare global {
  interface Window {
    /** There once {@link runtimeScript} ran. */
    weappRuntime: typeof import('./runtime.global')
  }
}

/** Beside `src` and `dist` alike. */
const FILE = new URL('../dist/runtime.global.js', import.meta.url)

/** @throws RuntimeError `notBuilt` */
export function runtimeScript(): string {
  try {
    return `${readFileSync(FILE, 'utf8')};window.weappRuntime = weappRuntime`
  } catch {
    throw new RuntimeError('notBuilt', 'dist/runtime.global.js is missing: run npm run build in packages/weapp-runtime')
  }
}
