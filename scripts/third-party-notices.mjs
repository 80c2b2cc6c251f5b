// Finds code of others in a tarball whose license the tarball does not contain.

const NOTICES = /(?:^|\/)THIRD-PARTY-NOTICES\.txt$/
const SCRIPT = /^dist\/.*\.c?js$/
/** A package in a path of a source map. pnpm is not used here, so the last one is the package itself. */
const PACKAGE = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//

/** Its helpers in a CommonJS file are a few lines, like those that esbuild writes itself. */
const BUILD_TOOLS = ['tsup']

/**
 * @param paths of the files in the tarball
 * @param read reads such a file
 * @returns what is wrong, as sentences without a subject
 */
export function findUnnoticed(paths, read) {
  const notices = paths.filter((path) => NOTICES.test(path)).map((path) => ({ path, text: read(path) }))
  return paths.filter((path) => SCRIPT.test(path)).flatMap((path) => judgeScript(path, { paths, read, notices }))
}

function judgeScript(path, { paths, read, notices }) {
  // Without a map nobody knows what a script contains: the notices beside it, or above, must say.
  if (!paths.includes(`${path}.map`)) {
    const isNoticed = notices.some((notice) => isAbove(notice.path, path) && /^License: /m.test(notice.text))
    return isNoticed ? [] : [`contains ${path} without the notices of its packages`]
  }
  const all = notices.map(({ text }) => text).join('\n')
  return findPackages(read(`${path}.map`))
    .filter((name) => !all.includes(`\n${name} `))
    .map((name) => `bundles ${name} in ${path} without its license`)
}

function isAbove(notices, path) {
  return path.startsWith(notices.slice(0, notices.lastIndexOf('/') + 1))
}

function findPackages(map) {
  const names = JSON.parse(map).sources.flatMap((source) => PACKAGE.exec(source)?.[1] ?? [])
  return [...new Set(names)].filter((name) => !BUILD_TOOLS.includes(name))
}
