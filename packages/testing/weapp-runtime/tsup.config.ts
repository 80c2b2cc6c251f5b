import { defineConfig } from 'tsup'
import { library } from '../../../tsup.base'
import { fingerprintOf } from './scripts/fingerprint'

/** What runs inside the window, glass-easel included: one script, the same for Chromium and jsdom. */
const inWindow = defineConfig({
  entry: { runtime: 'src/runtime.global.ts' },
  format: ['iife'],
  globalName: 'weappRuntime',
  platform: 'browser',
  target: 'es2022',
  noExternal: [/./],
  banner: { js: fingerprintOf('src') },
  define: { 'process.env.NODE_ENV': '"production"' },
})

const packages = library(['index', 'jsdom', 'playwright'], 'es2022', {
  external: ['jsdom', 'playwright-core'],
  // The other build writes to the same folder.
  clean: ['!runtime.global.js'],
  shims: true,
})

export default [inWindow, packages].flat()
