// Makes a package installable before it is published: its tarball carries the packages of this repository that it
// needs, in the folder `inner`, and imports them by relative paths. See decisions/0022.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { listWorkspaces } from '../workspaces.mjs'
import { rewriteImports } from './rewrite-imports.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** The packages that are published, by name: folder and manifest. */
export function readPublished() {
  const folders = listWorkspaces().filter((folder) => folder.startsWith('packages/'))
  const all = folders.map((folder) => ({ folder, manifest: readJson(join(ROOT, folder, 'package.json')) }))
  return new Map(all.filter(({ manifest }) => !manifest.private).map((one) => [one.manifest.name, one]))
}

/**
 * The packages of this repository below one, sorted, and the manifest of its self-contained tarball, which asks for
 * what they need from elsewhere.
 */
export function describeTarball(name, published) {
  const inner = findInner(name, published)
  const wanted = [...inner, name].map((each) => published.get(each).manifest.dependencies ?? {})
  const outer = Object.entries(Object.assign({}, ...wanted)).filter(([each]) => !published.has(each))
  const dependencies = Object.fromEntries(outer.sort(([a], [b]) => (a < b ? -1 : 1)))
  const { scripts: _, devDependencies: __, publishConfig: ___, ...manifest } = published.get(name).manifest
  const files = inner.length > 0 ? [...manifest.files, 'inner'] : manifest.files
  // Private, so that nobody publishes it by mistake.
  return { inner, manifest: { ...manifest, private: true, files, dependencies } }
}

function findInner(name, published) {
  const found = new Set()
  const visit = (each) => {
    for (const inner of Object.keys(published.get(each).manifest.dependencies ?? {})) {
      if (!published.has(inner) || found.has(inner)) continue
      found.add(inner)
      visit(inner)
    }
  }
  visit(name)
  return [...found].sort()
}

/** @returns the paths of the tarballs, by package name. The packages must have been built. */
export function packSelfContained(names, destination) {
  const published = readPublished()
  const staging = mkdtempSync(join(tmpdir(), 'local-number-pack-'))
  try {
    const folders = names.map((name, index) => stage(name, published, join(staging, String(index))))
    mkdirSync(destination, { recursive: true })
    const options = ['--json', '--ignore-scripts', '--pack-destination', destination]
    const packed = execFileSync('npm', ['pack', ...folders, ...options], {
      cwd: staging,
      encoding: 'utf8',
      stdio: 'pipe',
    })
    return new Map(JSON.parse(packed).map(({ name, filename }) => [name, join(destination, filename)]))
  } finally {
    rmSync(staging, { recursive: true })
  }
}

function stage(name, published, folder) {
  const { inner, manifest } = describeTarball(name, published)
  copyPackage(published.get(name), folder)
  writeJson(join(folder, 'package.json'), manifest)
  const places = new Map([[name, { folder, exports: manifest.exports }]])
  for (const each of inner) {
    const place = join(folder, 'inner', each.replace(/^@local-number\//, ''))
    copyPackage(published.get(each), place)
    const { type, sideEffects, exports } = published.get(each).manifest
    writeJson(join(place, 'package.json'), { type, sideEffects })
    places.set(each, { folder: place, exports })
  }
  for (const place of places.values()) rewriteFolder(place.folder, places)
  // yarn 1 keeps tarballs by path, and npm's lock files by version: other content needs another name.
  writeJson(join(folder, 'package.json'), { ...manifest, version: `${manifest.version}-packed-${hashFolder(folder)}` })
  return folder
}

function hashFolder(folder) {
  const hash = createHash('sha256')
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  for (const path of paths) {
    const file = join(folder, path)
    if (statSync(file).isFile()) hash.update(path).update(readFileSync(file))
  }
  return hash.digest('hex').slice(0, 8)
}

function rewriteFolder(folder, places) {
  const dist = join(folder, 'dist')
  for (const path of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (!/\.c?(js|ts)$/.test(path)) continue
    const file = join(dist, path)
    writeFileSync(file, rewriteImports(readFileSync(file, 'utf8'), file, places))
  }
}

/** What npm publishes of it. */
function copyPackage({ folder, manifest }, to) {
  const from = join(ROOT, folder)
  if (!existsSync(join(from, 'dist'))) throw new Error(`${folder} is not built: run npm run build`)
  for (const path of [...manifest.files, 'README.md', 'LICENSE']) {
    mkdirSync(dirname(join(to, path)), { recursive: true })
    cpSync(join(from, path), join(to, path), { recursive: true })
  }
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'))
}

function writeJson(path, value) {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`)
}
