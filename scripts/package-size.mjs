// The compiled mini-program's size: one line per file of weight, and WeChat's limit for a main package.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'

const FOLDER = 'apps/demo/dist/weapp'
/** WeChat refuses a larger main package. */
const LIMIT = 2 * 1024 * 1024
const WORTH_A_LINE = 4096

const files = readdirSync(FOLDER, { recursive: true })
  .map((name) => join(FOLDER, name))
  .filter((path) => statSync(path).isFile())
  .map((path) => ({
    path: relative(FOLDER, path),
    raw: statSync(path).size,
    gzip: gzipSync(readFileSync(path)).length,
  }))
  .sort((a, b) => b.raw - a.raw)

const line = ({ path, raw, gzip }) =>
  console.log(`${raw.toLocaleString('en').padStart(10)} B  ${gzip.toLocaleString('en').padStart(9)} B gzip  ${path}`)

for (const file of files.filter(({ raw }) => raw >= WORTH_A_LINE)) line(file)
const total = files.reduce((sum, { raw, gzip }) => ({ raw: sum.raw + raw, gzip: sum.gzip + gzip }), { raw: 0, gzip: 0 })
line({ path: `main package, ${files.length} files, limit ${LIMIT.toLocaleString('en')} B`, ...total })

if (files.length === 0 || total.raw > LIMIT) {
  console.error('the main package is missing or over the limit')
  process.exitCode = 1
}
