// Runs WeChat's own compilers over a compiled mini-program: what they refuse, phones refuse.
import { spawnSync } from 'node:child_process'
import { chmodSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readFiles } from './files'

type Compiler = 'wcc' | 'wcsc'

/** The binaries in `miniprogram-compiler`. Apple silicon runs those for Intel. */
const BINARIES: Readonly<Record<string, (compiler: Compiler) => string>> = {
  'linux-x64': (compiler) => `linux/${compiler}`,
  'darwin-x64': (compiler) => `mac/${compiler}`,
  'darwin-arm64': (compiler) => `mac/${compiler}`,
  'win32-x64': (compiler) => `windows/${compiler}.exe`,
}

/** `wcsc` marks addresses of the package's own files, which style sheets may not use. */
const LOCAL_URL = /([^\s("']+)-do-not-use-local-path-([^&]+)/g

/**
 * Compiles the WXML and WXSS of a folder and returns what the compilers refuse.
 *
 * @param machine platform and architecture, e.g. `linux-x64`; this machine by default
 * @throws Error if WeChat has no compiler for the machine, or it does not start
 */
export function findCompilerProblems(folder: string, machine = `${process.platform}-${process.arch}`): string[] {
  const names = [...readFiles(folder).keys()]
  const templates = names.filter((name) => /\.(wxml|wxs)$/.test(name))
  const sheets = names.filter((name) => name.endsWith('.wxss'))
  const compile = (compiler: Compiler, args: readonly string[]) => {
    const binary = findBinary(compiler, machine)
    const { status, error, stdout, stderr } = spawnSync(binary, args, {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    })
    if (error) throw new Error(`WeChat's ${compiler} does not start on ${machine}`, { cause: error })
    const local = [...stdout.matchAll(LOCAL_URL)].map(
      ([, url, name]) => `${name}: ${url} is a file of the package, which style sheets may not use`,
    )
    return status === 0 ? local : [`${compiler}: ${stderr.trim()}`]
  }
  const problems = [
    compile('wcc', ['-d', ...templates]),
    // The first sheet is compiled; it may import the others.
    ...sheets.map((sheet) => compile('wcsc', [sheet, ...sheets.filter((name) => name !== sheet)])),
  ]
  return [...new Set(problems.flat())]
}

function findBinary(compiler: Compiler, machine: string): string {
  const binary = BINARIES[machine]?.(compiler)
  if (!binary) {
    throw new Error(`WeChat has no ${compiler} for ${machine}: run this on one of ${Object.keys(BINARIES).join(', ')}`)
  }
  const path = join(dirname(require.resolve('miniprogram-compiler/package.json')), 'bin', binary)
  // npm unpacks it without execute permission.
  if ((statSync(path).mode & 0o100) === 0) chmodSync(path, 0o755)
  return path
}
