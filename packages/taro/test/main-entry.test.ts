/**
 * What an app ships: the drivers of the HTTPS edition and of the carrier's own script only if it imports them, and
 * nothing that belongs to a server or to operators.
 *
 * @jest-environment node
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ADVICE } from '@local-number/protocol/advice'
import { build, type Options } from 'tsup'

const PRODUCTION = { NODE_ENV: 'production', TARO_ENV: 'h5' }
const OUTSIDE = [/^react/, /^@tarojs\//, /^zustand/]

/** esbuild names each module by its path in a comment. */
async function bundle(entry: string, options: Options = {}): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'taro-entry-'))
  try {
    await build({
      config: false,
      silent: true,
      entry: { bundle: entry },
      format: 'esm',
      target: 'es2018',
      outDir,
      // Wherever jest was started: without it, the manifest there decides.
      outExtension: () => ({ js: '.js' }),
      esbuildOptions: (esbuild) => {
        esbuild.conditions = ['@local-number/source', 'module']
        esbuild.charset = 'utf8'
      },
      ...options,
    })
    return await readFile(join(outDir, 'bundle.js'), 'utf8')
  } finally {
    await rm(outDir, { recursive: true })
  }
}

/** What an app gets of one entry, with all of our packages inside. */
const bundleEntry = (entry: string, options: Options = {}) =>
  bundle(join(__dirname, '../src', entry), {
    noExternal: [/^@local-number\//],
    external: OUTSIDE,
    env: PRODUCTION,
    ...options,
  })

const HTTPS_DRIVER = /jssdk\/src\/https\b/
const SCRIPT_DRIVER = /jssdk\/src\/vendor\b/

const ESCAPED = /[.*+?^${}()|[\]\\/]/g
/** Any sentence of the advice. */
const ADVICE_TEXT = new RegExp(
  Object.values(ADVICE)
    .flatMap(({ codes }) => Object.values(codes))
    .flatMap((texts) => Object.values(texts))
    .map((text) => text.replace(ESCAPED, '\\$&'))
    .join('|'),
)

/** Of what only servers, operators and tools need: its modules, and what its code and texts look like. */
const NOT_FOR_CLIENTS = [
  ['server code', /packages\/(server|service-kit|testing)\/|node_modules\/koa/, /node:|LOCAL_NUMBER_/],
  ['key handling', /packages\/rsa\/|node-forge/, /-----BEGIN|appKey|privateKey|createSign|subtle/],
  ['advice on return codes', /protocol\/src\/(advice|return-codes)/, ADVICE_TEXT],
  ['masking for logs', /protocol\/src\/(masking|msisdn\/mask)/, /&nbsp;|\(\?</],
] as const

test('the main entry contains neither the HTTPS edition’s driver nor that of a script', async () => {
  const main = await bundleEntry('index.ts')
  expect(main).toMatch(/jssdk\/src\/h5\.ts/)
  expect(main).not.toMatch(HTTPS_DRIVER)
  expect(main).not.toMatch(/login\/src\/prefetch/)
  expect(main).not.toMatch(SCRIPT_DRIVER)
})

test('the main entry contains no other way to log in, and each of them only itself', async () => {
  const [main, sms, wechat] = await Promise.all(['index.ts', 'sms.ts', 'wechat.ts'].map((entry) => bundleEntry(entry)))
  expect(main).not.toMatch(/src\/(sms|wechat|way)\//)
  expect(sms).toMatch(/src\/sms\/visit/)
  expect(sms).not.toMatch(/src\/(wechat|locale|sms\/locale)\/|local-number-login\.tsx/)
  expect(wechat).toMatch(/src\/wechat\/visit/)
  expect(wechat).not.toMatch(/src\/(sms|locale|wechat\/locale)\/|local-number-login\.tsx/)
})

test.each([
  ['https.ts', HTTPS_DRIVER, /login\/src\/(?!prefetch|answers|binding|ports|receipt|https-failures)/],
  ['vendor.ts', SCRIPT_DRIVER, /login\/src\/(?!https-failures)/],
])('the entry %s contains its driver, and neither component nor machine', async (entry, driver, machine) => {
  const bundled = await bundleEntry(entry)
  expect(bundled).toMatch(driver)
  expect(bundled).not.toMatch(/local-number-login/)
  expect(bundled).not.toMatch(machine)
})

describe.each(['index.ts', 'https.ts', 'vendor.ts', 'sms.ts', 'wechat.ts'])('the entry %s', (entry) => {
  let modules: string
  let code: string
  beforeAll(async () => {
    modules = (await bundleEntry(entry)).match(/^\s*\/\/ \S+\.\w+$/gm)?.join('\n') ?? ''
    code = await bundleEntry(entry, { minify: true })
  })

  test.each(NOT_FOR_CLIENTS)('contains no %s', (_what, itsModules, itsCode) => {
    expect(modules).toMatch(/protocol\/src/)
    expect(itsModules.exec(modules)).toBeNull()
    expect(itsCode.exec(code)?.[0]).toBeUndefined()
  })
})

/** An app's production build of the published main entry, of which it uses what `app` says. */
async function buildApp(app: string): Promise<{ readonly published: string; readonly shipped: string }> {
  const external = [...OUTSIDE, /^@local-number\//]
  const published = await bundle(join(__dirname, '../src/index.ts'), { external })
  const folder = await mkdtemp(join(tmpdir(), 'taro-app-'))
  try {
    await writeFile(join(folder, 'published.mjs'), published)
    await writeFile(join(folder, 'app.mjs'), app)
    const shipped = await bundle(join(folder, 'app.mjs'), { external, env: PRODUCTION, minify: true })
    return { published, shipped }
  } finally {
    await rm(folder, { recursive: true })
  }
}

test('an app’s production build does not contain the developer’s lines of the published main entry', async () => {
  const { published, shipped } = await buildApp("export * from './published.mjs'")
  for (const line of ['load an http image over https instead', 'Set `appId` to', 'changed, but options']) {
    expect(published).toContain(line)
    expect(shipped).not.toContain(line)
  }
})

test('an app with views of its own ships nothing of the built-in ones', async () => {
  const { published, shipped } = await buildApp("export { CarrierImage, useLocalNumberLogin } from './published.mjs'")
  for (const part of ['lnl', '本机号码', 'sheet-radius']) {
    expect(published).toContain(part)
    expect(shipped).not.toContain(part)
  }
})
