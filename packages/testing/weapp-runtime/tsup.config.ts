import { defineConfig } from 'tsup'
import { library } from '../../../tsup.base'
import { createFingerprint } from '../../../tsup.fingerprint'
import { writeNoticesOfEsbuild } from '../../../tsup.notices'

/** One script with everything that runs inside the window, glass-easel included, for both Chromium and jsdom. */
const inWindow = defineConfig({
  entry: { runtime: 'src/runtime.global.ts' },
  format: ['iife'],
  globalName: 'weappRuntime',
  platform: 'browser',
  target: 'es2022',
  noExternal: [/./],
  esbuildPlugins: [writeNoticesOfEsbuild()],
  banner: { js: createFingerprint('src') },
  define: { 'process.env.NODE_ENV': '"production"' },
})

const packages = library(['index', 'jsdom', 'node', 'playwright', 'wechat'], 'es2022', {
  external: ['jsdom', 'playwright-core'],
  // The other build writes these files to the same folder.
  clean: ['!runtime.global.js', '!THIRD-PARTY-NOTICES.txt', '!**/*.d.{ts,cts}'],
  shims: true,
})

export default [inWindow, packages].flat()
