import { spawnSync } from 'node:child_process'
import { ROOT } from '../markdown'

test('npm run conformance refuses other options than --verbose before it builds, and names the command that takes them', () => {
  // Nothing that could build is found.
  const options = { cwd: ROOT, env: { ...process.env, PATH: '' }, encoding: 'utf8' } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/conformance.mjs', '--help'], options)
  expect({ status, stdout, stderr }).toEqual({
    status: 2,
    stdout: '',
    stderr:
      'npm run conformance takes no option but --verbose; for others: node packages/testing/conformance/dist/cli.js --help\n',
  })
})
