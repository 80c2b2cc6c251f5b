// The simulator's Dockerfile as text. Its steps, which install from the registry, are followed by `npm run nightly`.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
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
