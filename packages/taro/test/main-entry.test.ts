/**
 * What an app ships: the driver of the HTTPS edition only if it imports that edition.
 *
 * @jest-environment node
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
      esbuildOptions: (esbuild) => {
        esbuild.conditions = ['@local-number/source', 'module']
      },
      ...options,
    })
    return await readFile(join(outDir, 'bundle.js'), 'utf8')
  } finally {
    await rm(outDir, { recursive: true })
  }
}

/** What an app gets of one entry, with all of our packages inside. */
const bundleEntry = (entry: string) =>
  bundle(join(__dirname, '../src', entry), { noExternal: [/^@local-number\//], external: OUTSIDE, env: PRODUCTION })

const DRIVER = /jssdk\/src\/https\b/

test('the main entry does not contain the HTTPS edition’s driver', async () => {
  const main = await bundleEntry('index.ts')
  expect(main).toMatch(/jssdk\/src\/h5\.ts/)
  expect(main).not.toMatch(DRIVER)
})

test('the entry of the HTTPS edition contains it, and neither component nor machine', async () => {
  const https = await bundleEntry('https.ts')
  expect(https).toMatch(DRIVER)
  expect(https).not.toMatch(/local-number-login|login\/src/)
})

test('an app’s production build does not contain the developer’s line of the published main entry', async () => {
  const external = [...OUTSIDE, /^@local-number\//]
  const published = await bundle(join(__dirname, '../src/index.ts'), { external })
  const folder = await mkdtemp(join(tmpdir(), 'taro-app-'))
  try {
    const app = join(folder, 'app.mjs')
    await writeFile(app, published)
    const line = 'load an http image over https instead'
    expect(published).toContain(line)
    expect(await bundle(app, { external, env: PRODUCTION, minify: true })).not.toContain(line)
  } finally {
    await rm(folder, { recursive: true })
  }
})
