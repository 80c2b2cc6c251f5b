// Imported first by every command: ends the process with one line if Node is too old.
import { readFileSync } from 'node:fs'
import { explainNodeVersion } from './node-version.mjs'

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const problem = explainNodeVersion(process.versions.node, engines.node)

if (problem) {
  console.error(problem)
  process.exit(1)
}
