// What the entry adds to an app that has the image edition, minified and compressed.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'tsup'

const LIMIT_BYTES = 3 * 1024

/** Bundles entries with their dependencies into chunks, and measures all of them together. */
async function measure(entries: readonly string[]): Promise<number> {
  const outDir = await mkdtemp(join(tmpdir(), 'jssdk-size-'))
  try {
    await build({
      config: false,
      silent: true,
      entry: entries.map((name) => join(__dirname, `../../src/${name}.ts`)),
      outDir,
      format: 'esm',
      target: 'es2018',
      minify: true,
      splitting: true,
      noExternal: [/./],
      esbuildOptions: (options) => {
        options.conditions = ['@local-number/source']
      },
    })
    const chunks = await Promise.all((await readdir(outDir)).sort().map((name) => readFile(join(outDir, name))))
    return gzipSync(Buffer.concat(chunks)).length
  } finally {
    await rm(outDir, { recursive: true })
  }
}

test.each(['miniprogram', 'h5'])('the entry https adds at most 3 kB to index and %s', async (platform) => {
  const without = await measure(['index', platform])
  const added = (await measure(['index', platform, 'https'])) - without
  expect(added).toBeGreaterThan(0)
  expect(added).toBeLessThanOrEqual(LIMIT_BYTES)
})
