// Everything against a compiled WeChat mini-program: its compilers' word, files out of use, and the main package's limit.
import { filesOf } from './files'
import { brokenReferences } from './reachable'
import { compilerComplaints } from './wechat-compilers'

/** WeChat refuses a larger main package. */
export const MAIN_PACKAGE_LIMIT = 2 * 1024 * 1024

export function weappComplaints(folder: string): string[] {
  const files = filesOf(folder)
  if (!files.has('app.json')) return [`${folder} holds no mini-program: run npm run build:weapp`]
  const bytes = [...files.values()].reduce((sum, { length }) => sum + length, 0)
  return [
    ...(bytes > MAIN_PACKAGE_LIMIT ? [`the main package has ${bytes} bytes, WeChat takes ${MAIN_PACKAGE_LIMIT}`] : []),
    ...brokenReferences(files),
    ...compilerComplaints(folder),
  ]
}
