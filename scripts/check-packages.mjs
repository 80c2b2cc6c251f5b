// What is published is what is tested: publint and attw over every package's tarball, a search for what must not end up
// in a client's bundle, and for code of others without its license.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { findUnnoticed } from './third-party-notices.mjs'
import { listWorkspaces } from './workspaces.mjs'

/** What no client package may contain: servers' libraries, and the advice for operators. */
const FORBIDDEN_IN_CLIENTS = ['node-forge', 'node:crypto', 'node:http', 'PRIVATE KEY', '开放平台', 'customer key pair']
const CLIENTS = ['packages/jssdk', 'packages/login', 'packages/taro']
/** Never run in Node by themselves: yarn would refuse them on an older Node than the servers need. */
const WITHOUT_ENGINES = ['packages/protocol', ...CLIENTS]
/** Syntax that WeChat on some phones refuses when it loads the file, which leaves the whole mini-program blank. */
const UNKNOWN_TO_PHONES = JSON.parse(readFileSync(new URL('unknown-to-phones.json', import.meta.url), 'utf8'))

const published = listWorkspaces().filter((folder) => /^packages\//.test(folder) && !readManifest(folder).private)
const tarballs = mkdtempSync(join(tmpdir(), 'local-number-packages-'))
try {
  const packed = packAll()
  for (const { name, filename } of packed) {
    const tarball = readFileSync(join(tarballs, filename))
    await lintPackage(name, tarball)
    await checkTypes(name, tarball)
  }
  for (const { name, files } of packed) {
    checkOwnFiles(name, files)
    checkNotices(name, files)
  }
  for (const folder of published) {
    checkNodeProtocol(folder)
    checkLicense(folder)
    checkManifest(folder)
  }
  for (const folder of CLIENTS) forbid(folder, /\.c?js$/, [...FORBIDDEN_IN_CLIENTS, ...UNKNOWN_TO_PHONES])
  // Of the protocol, clients import the main entry alone.
  forbid('packages/protocol', /^(?!advice|masking|return-codes).*\.c?js$/, UNKNOWN_TO_PHONES)
} finally {
  rmSync(tarballs, { recursive: true })
}

/** @returns name, file name and file list of each tarball */
function packAll() {
  const workspaces = published.flatMap((folder) => ['--workspace', folder])
  const options = ['--json', '--ignore-scripts', '--pack-destination', tarballs]
  return JSON.parse(execFileSync('npm', ['pack', ...workspaces, ...options], { encoding: 'utf8', stdio: 'pipe' }))
}

async function lintPackage(name, tarball) {
  const { messages, pkg } = await publint({ pack: { tarball: toArrayBuffer(tarball) }, strict: true })
  for (const message of messages) {
    const text = `publint ${name}: ${formatMessage(message, pkg, { color: false })}`
    if (message.type === 'error') fail(text)
    else console.log(text)
  }
}

/** As `attw --profile strict` does, which loads TypeScript anew for every package. */
async function checkTypes(name, tarball) {
  // A style sheet has no types.
  const options = { excludeEntrypoints: ['style.css'] }
  const { problems = [] } = await checkPackage(createPackageFromTarballData(tarball), options)
  for (const problem of problems) fail(`attw ${name}: ${JSON.stringify(problem)}`)
}

function toArrayBuffer({ buffer, byteOffset, byteLength }) {
  return buffer.slice(byteOffset, byteOffset + byteLength)
}

/** Someone who installs one package has its README and its license, and not this repository. */
function checkOwnFiles(name, files) {
  const paths = new Set(files.map(({ path }) => path))
  const missing = ['README.md', 'LICENSE'].filter((file) => !paths.has(file))
  if (missing.length > 0) fail(`${name} is packed without its ${missing.join(' and ')}`)
}

/** The licenses of most packages must be handed on with their code. */
function checkNotices(name, files) {
  const folder = published.find((candidate) => readManifest(candidate).name === name)
  const paths = files.map(({ path }) => path)
  const problems = findUnnoticed(paths, (path) => readFileSync(join(folder, path), 'utf8'))
  for (const problem of problems) fail(`${name} ${problem}: see tsup.notices.ts`)
}

function checkLicense(folder) {
  const [own, whole] = [join(folder, 'LICENSE'), 'LICENSE'].map((file) => readFileSync(file, 'utf8'))
  if (own !== whole) fail(`${folder}/LICENSE differs from the repository's`)
}

/** Where a package comes from: npm refuses to sign its provenance if this is wrong. */
function checkManifest(folder) {
  const root = JSON.parse(readFileSync('package.json', 'utf8'))
  const manifest = readManifest(folder)
  const expected = {
    homepage: root.homepage.replace('#readme', `/tree/main/${folder}#readme`),
    bugs: root.bugs,
    repository: { ...root.repository, directory: folder },
    publishConfig: { access: 'public', provenance: true },
  }
  for (const [key, value] of Object.entries(expected)) {
    if (!isDeepStrictEqual(manifest[key], value)) fail(`${folder}: ${key} must be ${JSON.stringify(value)}`)
  }
  if (!manifest.keywords?.length) fail(`${folder} has no keywords`)
  if (manifest.engines && WITHOUT_ENGINES.includes(folder)) fail(`${folder} must not declare engines`)
}

/** Without `node:` a user's bundler or test runner may look for a file of that name. */
function checkNodeProtocol(folder) {
  for (const [path, text] of readBuiltFiles(folder, /^(?!.*\.global\.).*\.c?js$/)) {
    for (const [, module] of text.matchAll(/(?:^(?:import|export)\b.* from |\brequire\()"(.+?)"/gm)) {
      if (isBuiltin(module) && !module.startsWith('node:')) fail(`${path} imports ${module} without node:`)
    }
  }
}

function forbid(folder, files, words) {
  for (const [path, text] of readBuiltFiles(folder, files)) {
    for (const word of words) if (text.includes(word)) fail(`${path} contains ${word}`)
  }
}

function readBuiltFiles(folder, pattern) {
  const dist = join(folder, 'dist')
  const found = readdirSync(dist).filter((name) => pattern.test(name))
  return found.map((name) => [join(dist, name), readFileSync(join(dist, name), 'utf8')])
}

function readManifest(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
}

function fail(message) {
  console.error(message)
  process.exitCode = 1
}
