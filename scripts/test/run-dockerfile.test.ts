// The simulator's Dockerfile: as text, and followed step by step with the built packages.
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { validate } from 'dockerfile-utils'
import { ROOT } from '../markdown'
import { contextFiles } from '../run-dockerfile/context'
import { readRecipe } from '../run-dockerfile/recipe'

const folder = join(ROOT, 'apps/simulator')
const dockerfile = readFileSync(join(folder, 'Dockerfile'), 'utf8')

test('the linter finds nothing', () => {
  expect(validate(dockerfile)).toEqual([])
  expect(validate(dockerfile.replace('AS install', 'AS')).length).toBeGreaterThan(0)
})

test('what runs is not root, knows whether it is well, and has no npm to install with', () => {
  const { stages, healthCheck } = readRecipe(dockerfile)
  const steps = stages.at(-1)?.steps ?? []
  expect(steps).toContainEqual({ do: 'user', name: 'node' })
  expect(healthCheck).toContain('/_sim/health')
  expect(steps.filter((step) => step.do === 'run' && step.command.includes('npm'))).toEqual([])
})

test('the build sees the manifest and the packages, and nothing else', () => {
  expect(contextFiles(folder).filter((name) => !name.endsWith('.tgz'))).toEqual(['package.json'])
})

test('its steps can be followed, and what they build refuses to start without a token, is healthy, and stops', async () => {
  const script = ['--conditions=@local-number/source', '--import', 'tsx', 'scripts/run-dockerfile.ts']
  const { stdout } = await promisify(execFile)(process.execPath, script, { cwd: ROOT })
  expect(stdout.split('\n')).toEqual([
    expect.stringMatching(/^ok built in \d+ s$/),
    'ok refuses to start without SIMULATOR_ADMIN_TOKEN',
    'ok healthy',
    'ok stopped; in its volume: customer-private-key.pem, simulator.sqlite',
    '',
  ])
}, 120_000)
