// Phone-sized Chromium against the real stack, with the H5 build and with the compiled mini-program. Every test starts a
// stack of its own on free ports.
import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'
import type { ProjectOptions } from './support/test'

/** Debian's Chromium; elsewhere Playwright's own is used when it is installed. */
const DEBIAN_CHROMIUM = '/usr/bin/chromium'

export default defineConfig<ProjectOptions>({
  testDir: 'tests',
  outputDir: '../reports/e2e',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // Built code is run as it is; to translate two megabytes of it takes seconds.
  build: { external: ['**/dist/**'] },
  // No test is about speed: a busy machine is no failure.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: '../reports/e2e.json' }]],
  projects: [
    { name: 'h5', testIgnore: 'weapp/**', use: { build: 'h5' } },
    { name: 'weapp', testIgnore: 'h5/**', use: { build: 'weapp' } },
    // The simulator's console, at a desk and on a phone.
    { name: 'console', testDir: 'console', use: { isMobile: false, hasTouch: false, deviceScaleFactor: 1 } },
  ],
  use: {
    browserName: 'chromium',
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    // A trace of every test, kept of those that fail, would cost a quarter of the time: `--trace on` where one is wanted.
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: existsSync(DEBIAN_CHROMIUM) ? DEBIAN_CHROMIUM : undefined,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
