// Writes a package's declarations to its dist: `node ../../scripts/declarations.mjs` in the package's folder. The native
// compiler emits them file by file and rollup joins them per entry, in a sixth of the time of tsup's own `dts`. Private
// packages, which are never published, are joined in.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rollup } from 'rollup'
import { dts } from 'rollup-plugin-dts'
import { compile } from './native-compiler.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const SOURCE_CONDITION = '@local-number/source'

const folder = process.cwd()
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

/** The private packages that this one is built with, by name, with their folders. */
const PRIVATE = Object.fromEntries(
  Object.entries({
    '@local-number/service-kit': 'packages/service-kit',
    '@local-number/simulator-contract': 'packages/testing/simulator-contract',
  }).filter(([name]) => manifest.devDependencies?.[name]),
)

const emitted = mkdtempSync(join(tmpdir(), 'local-number-declarations-'))

/** Other packages stay imports; only the private ones are part of the declarations. */
const resolvePrivate = {
  name: 'private-packages',
  resolveId(id) {
    const path = PRIVATE[id]
    if (path) return findEmitted(path, 'index')
    return /^[./]/.test(id) ? null : { id, external: true }
  },
}

try {
  emitDeclarations()
  await bundleDeclarations()
} finally {
  rmSync(emitted, { recursive: true })
}

function emitDeclarations() {
  // Beside the workspace's own, so that type packages are found as usual.
  const config = join(folder, 'tsconfig.declarations.json')
  const { compilerOptions: own } = JSON.parse(readFileSync(join(folder, 'tsconfig.json'), 'utf8'))
  const compilerOptions = {
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: ROOT,
    outDir: emitted,
    types: (own.types ?? ['node']).filter((name) => name !== 'jest'),
  }
  const include = [folder, ...Object.values(PRIVATE).map((path) => join(ROOT, path))].map((path) => join(path, 'src'))
  writeFileSync(config, JSON.stringify({ extends: './tsconfig.json', compilerOptions, include }))
  const status = compile('--project', config)
  rmSync(config)
  if (status !== 0) throw new Error(`no declarations for ${manifest.name}: its types have errors`)
}

async function bundleDeclarations() {
  const dist = join(folder, 'dist')
  for (const name of readdirSync(dist)) if (/\.d\.c?ts$/.test(name)) rmSync(join(dist, name))
  const bundle = await rollup({ input: listEntries(), plugins: [resolvePrivate, dts()] })
  for (const extension of ['ts', 'cts']) {
    await bundle.write({
      dir: dist,
      entryFileNames: `[name].d.${extension}`,
      chunkFileNames: ({ name }) => `${name.replace(/\.d$/, '')}-[hash].d.${extension}`,
    })
  }
  await bundle.close()
}

/** The entries of the package's `exports` that have a source, by the name of their file. */
function listEntries() {
  const sources = Object.values(manifest.exports).flatMap((entry) => entry[SOURCE_CONDITION] ?? [])
  return Object.fromEntries(
    sources.map((source) => {
      const name = source.replace(/^\.\/src\//, '').replace(/\.tsx?$/, '')
      return [name, findEmitted(relative(ROOT, folder), name)]
    }),
  )
}

function findEmitted(path, name) {
  return join(emitted, path, 'src', `${name}.d.ts`)
}
