import { spawnSync } from 'node:child_process'
import { ROOT } from '../markdown'

const USAGE =
  'npm run conformance takes no option but --verbose; for others: node packages/testing/conformance/dist/cli.js --help\n'

/** Nothing that could build is found. */
function runWithoutBuilds(option: string) {
  const options = { cwd: ROOT, env: { ...process.env, PATH: '' }, encoding: 'utf8' } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/conformance.mjs', option], options)
  return { status, stdout, stderr }
}

test('npm run conformance refuses other options before it builds, and names the command that takes them', () => {
  expect(runWithoutBuilds('--only')).toEqual({ status: 2, stdout: '', stderr: USAGE })
})

test('npm run conformance -- --help says so, too, and ends well', () => {
  expect(runWithoutBuilds('--help')).toEqual({ status: 0, stdout: USAGE, stderr: '' })
})
