// The nightly jobs over fresh apps: `packed` and `published` install with npm, pnpm and yarn 1, `taro-3` and `taro-4`
// build the matrix of compilers, design widths and platforms, with the dialogs of UI libraries. Every app logs in.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import getPort from 'get-port'
import { buildApp } from '../fresh-app/build'
import { checkTypes } from '../fresh-app/check-types'
import { type Install, installApp, MANAGERS } from '../fresh-app/install'
import { logIn, openBrowser } from '../fresh-app/log-in'
import { publishAll, startRegistry } from '../fresh-app/registry'
import { type AppOptions, DIALOG_NAMES, writeFreshApp } from '../fresh-app/template'
import { ROOT } from '../markdown'
import { packSelfContained } from '../packing/self-contained.mjs'

const COMPONENT = '@local-number/taro'
const PLATFORMS = ['weapp', 'h5'] as const

interface Run {
  readonly folder: string
  readonly browser: Browser
  /** Does one step and prints what became of it; a failure does not end the others. */
  readonly attempt: (name: string, step: () => Promise<void>) => Promise<void>
}

const JOBS: Readonly<Record<string, (run: Run) => Promise<void>>> = {
  packed: (run) => tryManagers(run, { added: packComponent(run.folder) }),
  published: async (run) => {
    const registry = await startRegistry(join(run.folder, 'registry'), await getPort({ host: '127.0.0.1' }))
    try {
      publishAll(ROOT, registry.url)
      await tryManagers(run, { added: COMPONENT, registry: registry.url })
    } finally {
      await registry.stop()
    }
  },
  'taro-3': (run) => tryMatrix(run, '3.6.40', ['webpack5']),
  'taro-4': (run) => tryMatrix(run, '4.2.0', ['webpack5', 'vite']),
}

/** With every package manager: installed, built, logged in. */
async function tryManagers(run: Run, source: Pick<Install, 'added' | 'registry'>): Promise<void> {
  for (const manager of MANAGERS) {
    const app = join(run.folder, manager)
    await run.attempt(manager, async () => {
      installApp(app, { manager, taro: '4.2.0', ...source })
      await buildAndLogIn(run, app, { compiler: 'webpack5', designWidth: 750 })
    })
  }
}

/** One app, built in all ways. */
async function tryMatrix(run: Run, taro: Install['taro'], compilers: readonly AppOptions['compiler'][]): Promise<void> {
  const app = join(run.folder, 'app')
  installApp(app, { manager: 'npm', taro, dialogs: true, added: packComponent(run.folder) })
  for (const compiler of compilers) {
    for (const designWidth of [375, 750] as const) {
      // The libraries' dialogs do not depend on the width; webpack builds them once.
      const dialogs = compiler === 'webpack5' && designWidth === 375 ? DIALOG_NAMES : []
      for (const platform of PLATFORMS) {
        const options = { compiler, designWidth, dialogs }
        const name = `${taro} ${compiler} ${designWidth} ${platform}`
        await run.attempt(name, () => buildAndLogIn(run, app, options, [platform]))
      }
    }
  }
}

async function buildAndLogIn(
  { browser, attempt }: Run,
  app: string,
  options: AppOptions,
  platforms: readonly (typeof PLATFORMS)[number][] = PLATFORMS,
): Promise<void> {
  rmSync(join(app, 'src'), { recursive: true, force: true })
  writeFreshApp(app, options)
  checkTypes(app)
  for (const platform of platforms) {
    const folder = buildApp(app, platform)
    for (const page of ['index', ...(options.dialogs ?? [])]) {
      await attempt(`  ${platform} ${page}`, () => logIn(browser, { folder, platform, page }))
    }
  }
}

function packComponent(folder: string): string {
  return packSelfContained([COMPONENT], join(folder, 'packed')).get(COMPONENT) ?? ''
}

async function main(name: string): Promise<void> {
  const job = JOBS[name]
  if (!job) throw new Error(`unknown job ${name}: expected one of ${Object.keys(JOBS).join(', ')}`)
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'local-number-fresh-apps-')))
  const browser = await openBrowser()
  const attempt: Run['attempt'] = async (step, run) => {
    const began = Date.now()
    const error = await run().then(
      () => null,
      (reason: Error) => reason,
    )
    console.log(`${error ? 'FAILED' : 'ok    '} ${step}, ${Math.round((Date.now() - began) / 1000)} s`)
    if (!error) return
    console.error(error.message.slice(-4_000))
    process.exitCode = 1
  }
  try {
    await job({ folder, browser, attempt })
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true })
  }
}

main(process.argv[2] ?? '').catch((error: Error) => {
  console.error(error.message.slice(-4_000))
  process.exitCode = 1
})
