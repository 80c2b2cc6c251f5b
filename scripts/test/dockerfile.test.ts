// The simulator's Dockerfile as text. `npm run lint:docker` checks its syntax, `npm run nightly -- dockerfile` its
// steps.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../markdown'

const folder = join(ROOT, 'apps/simulator')
const readLines = (name: string) => readFileSync(join(folder, name), 'utf8').replaceAll('\\\n', ' ').split('\n')
const lines = readLines('Dockerfile')
const lastStage = lines.slice(lines.map((line) => line.startsWith('FROM')).lastIndexOf(true))

test('the container does not run as root, has a health check and does not install with npm', () => {
  expect(lastStage).toContain('USER node')
  expect(lastStage).toContainEqual(expect.stringMatching(/^HEALTHCHECK .*\/_sim\/health/))
  expect(lastStage.filter((line) => /^RUN .*npm/.test(line))).toEqual([])
})

test('the build context contains only the manifest and the packed packages', () => {
  expect(readLines('.dockerignore').filter(Boolean)).toEqual(['*', '!package.json', '!*.tgz'])
})
