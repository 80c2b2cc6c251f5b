// Bundles a published client package with its dependencies, without React and Taro, to measure its size in an app.
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'tsup'

/** @returns the minified bundle of one entry, as in an app's production build for that platform */
export async function bundle(entry: string, platform: 'weapp' | 'h5'): Promise<Buffer> {
  const outDir = mkdtempSync(join(tmpdir(), 'local-number-size-'))
  await build({
    config: false,
    silent: true,
    entry: { bundle: entry },
    outDir,
    format: ['esm'],
    target: 'es2018',
    minify: true,
    env: { NODE_ENV: 'production', TARO_ENV: platform },
    noExternal: [/^(?!react|@tarojs\/)/],
    external: [/^react/, /^@tarojs\//],
  })
  return Buffer.concat(readdirSync(outDir).map((name) => readFileSync(join(outDir, name))))
}
