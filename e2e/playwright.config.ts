// Phone-sized Chromium against the real stack, with the H5 build and with the compiled mini-program. Every test starts
// a stack of its own on free ports.
import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import { findChromium } from './chromium'
import type { ProjectOptions } from './support/test'

/** Matches the files of a folder of `tests`, wherever the checkout is: a bare glob would match its path, too. */
const within = (folder: string) =>
  new RegExp(`^${escapePattern(fileURLToPath(new URL(`tests/${folder}/`, import.meta.url)))}`)

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** What is too slow for the gate runs alone, in its nightly job. */
const runAtNight = (nightly: RegExp) => (process.env.NIGHTLY ? { grep: nightly } : { grepInvert: nightly })

export default defineConfig<ProjectOptions>({
  testDir: 'tests',
  outputDir: '../reports/e2e',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // Built code runs as it is; translating two megabytes of it takes seconds.
  build: { external: ['**/dist/**'] },
  // Tests are not about speed: a busy machine must not fail them.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: process.env.E2E_REPORT ?? '../reports/e2e.json' }]],
  projects: [
    { name: 'h5', testIgnore: within('weapp'), use: { build: 'h5' }, ...runAtNight(/@nightly/) },
    // What a designer measures is the same style sheet in both builds: the gate looks at one of them.
    { name: 'weapp', testIgnore: within('h5'), use: { build: 'weapp' }, ...runAtNight(/@nightly|design-layout\.spec/) },
    // The simulator's console, on a wide screen and on a phone.
    {
      name: 'console',
      testDir: 'console',
      use: { isMobile: false, hasTouch: false, deviceScaleFactor: 1 },
      ...runAtNight(/@nightly/),
    },
  ],
  use: {
    browserName: 'chromium',
    viewport: { width: 390, height: 844 },
    // Twice as sharp costs four times the pixels, which only pictures need.
    deviceScaleFactor: process.env.PICTURES ? 2 : 1,
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    // Recording a trace of every test would take a quarter of the time: pass `--trace on` to get one.
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findChromium(),
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
