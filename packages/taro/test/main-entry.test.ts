/**
 * What an app ships: the driver of the HTTPS edition only if it imports that edition.
 *
 * @jest-environment node
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'tsup'

/** One entry with all of our packages inside; esbuild names each module by its path in a comment. */
async function bundle(entry: string): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'taro-entry-'))
  try {
    await build({
      config: false,
      silent: true,
      entry: { bundle: join(__dirname, '../src', entry) },
      format: 'esm',
      target: 'es2018',
      noExternal: [/^@local-number\//],
      external: [/^react/, /^@tarojs\//, /^zustand/],
      outDir,
      env: { NODE_ENV: 'production', TARO_ENV: 'h5' },
      esbuildOptions: (options) => {
        options.conditions = ['@local-number/source', 'module']
      },
    })
    return await readFile(join(outDir, 'bundle.js'), 'utf8')
  } finally {
    await rm(outDir, { recursive: true })
  }
}

const DRIVER = /jssdk\/src\/https\b/

test('the main entry does not contain the HTTPS edition’s driver', async () => {
  const main = await bundle('index.ts')
  expect(main).toMatch(/jssdk\/src\/h5\.ts/)
  expect(main).not.toMatch(DRIVER)
})

test('the entry of the HTTPS edition contains it, and neither component nor machine', async () => {
  const https = await bundle('https.ts')
  expect(https).toMatch(DRIVER)
  expect(https).not.toMatch(/local-number-login|login\/src/)
})

test('a production build does not contain the developer’s line', async () => {
  expect(await bundle('index.ts')).not.toContain('load an http image over https instead')
})
