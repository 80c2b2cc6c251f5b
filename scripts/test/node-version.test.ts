// What commands print on a Node that is too old. The version is set before the command's first module runs.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../markdown'

/** Runs code with `process.versions.node` changed. */
function runOnNode(version: string, ...args: readonly string[]) {
  const fake = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`
  const options = { cwd: ROOT, encoding: 'utf8' } as const
  return spawnSync(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(fake)}`, ...args], options)
}

test.each(['start', 'simulator', 'login', 'dev', 'dev-weapp', 'conformance'])(
  'npm run %s on Node 18 states the required version in one line',
  (command) => {
    const { status, stdout, stderr } = runOnNode('18.20.4', `scripts/${command}.mjs`)
    expect({ status, stdout, stderr }).toEqual({
      status: 1,
      stdout: '',
      stderr: 'Node 20.19 or later is required, this is 18.20.4.\n',
    })
  },
)

test.each([
  ['18.20.4', 1],
  ['20.9.0', 1],
  ['20.18.9', 1],
  ['20.19.0', 0],
  ['20.20.2', 0],
  ['22.0.0', 0],
  ['100.0.0', 0],
])('on Node %s the version check exits with %d', (version, status) => {
  expect(runOnNode(version, 'scripts/require-node.mjs').status).toBe(status)
})

test('npm test checks the version before anything else', () => {
  const [first] = readFileSync(join(ROOT, 'scripts/test.ts'), 'utf8').match(/^import .*$/m) ?? []
  expect(first).toBe("import './require-node.mjs'")
})
