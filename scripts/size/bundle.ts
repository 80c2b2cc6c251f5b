// Bundles entries of published client packages with their dependencies, without React and Taro, to measure their size in an app.
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'tsup'

/**
 * @param imports what an app imports of each entry, by its file: `*` is all of it
 * @returns their minified bundle, as in an app's production build for that platform
 */
export async function bundle(imports: Readonly<Record<string, string>>, platform: 'weapp' | 'h5'): Promise<Buffer> {
  const [outDir, appDir] = [mkdtempSync(join(tmpdir(), 'local-number-size-')), mkdtempSync(join(tmpdir(), 'app-'))]
  const app = join(appDir, 'app.js')
  const lines = Object.entries(imports).map(
    ([entry, names]) => `export ${names} from ${JSON.stringify(resolve(entry))}`,
  )
  writeFileSync(app, lines.join('\n'))
  await build({
    config: false,
    silent: true,
    entry: { bundle: app },
    outDir,
    format: ['esm'],
    target: 'es2018',
    minify: true,
    env: { NODE_ENV: 'production', TARO_ENV: platform },
    // As our Taro plugin defines it in a mini-program's build.
    define: platform === 'weapp' ? { LOCAL_NUMBER_TARO_PLUGIN: 'true' } : {},
    noExternal: [/^(?!react|@tarojs\/)/],
    external: [/^react/, /^@tarojs\//],
  })
  return Buffer.concat(readdirSync(outDir).map((name) => readFileSync(join(outDir, name))))
}
