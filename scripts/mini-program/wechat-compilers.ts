// WeChat's own compilers over a compiled mini-program: what they refuse, a phone refuses.
import { spawnSync } from 'node:child_process'
import { chmodSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { filesOf } from './files'

type Compiler = 'wcc' | 'wcsc'

/** The binaries that `miniprogram-compiler` carries; a Mac of Apple's own runs Intel's. */
const BINARIES: Readonly<Record<string, (compiler: Compiler) => string>> = {
  'linux-x64': (compiler) => `linux/${compiler}`,
  'darwin-x64': (compiler) => `mac/${compiler}`,
  'darwin-arm64': (compiler) => `mac/${compiler}`,
  'win32-x64': (compiler) => `windows/${compiler}.exe`,
}

/** What `wcsc` makes of the address of a file of the package, which a style sheet may not name. */
const LOCAL_URL = /([^\s("']+)-do-not-use-local-path-([^&]+)/g

/**
 * What WeChat's compilers say against the WXML and WXSS of a folder.
 *
 * @throws Error where WeChat has no compiler for this machine, or it does not start: never passed over in silence
 */
export function compilerComplaints(folder: string, machine = `${process.platform}-${process.arch}`): string[] {
  const names = [...filesOf(folder).keys()]
  const templates = names.filter((name) => /\.(wxml|wxs)$/.test(name))
  const sheets = names.filter((name) => name.endsWith('.wxss'))
  const compile = (compiler: Compiler, args: readonly string[]) => {
    const binary = binaryOf(compiler, machine)
    const { status, error, stdout, stderr } = spawnSync(binary, args, {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    })
    if (error) throw new Error(`WeChat's ${compiler} does not start on ${machine}`, { cause: error })
    const local = [...stdout.matchAll(LOCAL_URL)].map(([, url, name]) => `${name}: ${url} is a file of the package`)
    return status === 0 ? local : [`${compiler}: ${stderr.trim()}`]
  }
  const complaints = [
    compile('wcc', ['-d', ...templates]),
    // The first is compiled, the others are what it may import.
    ...sheets.map((sheet) => compile('wcsc', [sheet, ...sheets.filter((name) => name !== sheet)])),
  ]
  return [...new Set(complaints.flat())]
}

function binaryOf(compiler: Compiler, machine: string): string {
  const binary = BINARIES[machine]?.(compiler)
  if (!binary) {
    throw new Error(`WeChat has no ${compiler} for ${machine}: run this on one of ${Object.keys(BINARIES).join(', ')}`)
  }
  const path = join(dirname(require.resolve('miniprogram-compiler/package.json')), 'bin', binary)
  // npm unpacks it without the right to run.
  if ((statSync(path).mode & 0o100) === 0) chmodSync(path, 0o755)
  return path
}
