// Checks a compiled WeChat mini-program: WeChat's compilers, unused files, and the size of the main package.
import { findCompilerProblems } from './compilers'
import { readFiles } from './files'
import { findReferenceProblems } from './references'

/** WeChat refuses a larger main package. In bytes. */
export const MAIN_PACKAGE_LIMIT = 2 * 1024 * 1024

/** Finds what is wrong with a build, one sentence each. */
export function findWeappProblems(folder: string): string[] {
  const files = readFiles(folder)
  if (!files.has('app.json')) return [`${folder} contains no app.json: run npm run build:weapp`]
  const bytes = [...files.values()].reduce((sum, { length }) => sum + length, 0)
  const isTooLarge = bytes > MAIN_PACKAGE_LIMIT
  return [
    ...(isTooLarge ? [`the main package has ${bytes} bytes, WeChat allows ${MAIN_PACKAGE_LIMIT}`] : []),
    ...findReferenceProblems(files),
    ...findCompilerProblems(folder),
  ]
}
