// Does what an engine would do with apps/simulator/Dockerfile, without one: packs the built packages, follows every step
// in temporary folders, starts the entry point, waits for the health check and stops it. Needs `npm run build`.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../e2e/support/free-port'
import { ROOT } from './markdown'
import { build, type Image, placeIn } from './run-dockerfile/build'
import { Container } from './run-dockerfile/container'
import { type Recipe, readRecipe } from './run-dockerfile/recipe'

const SOURCE = join(ROOT, 'apps/simulator')
const PACKAGES = ['protocol', 'simulator']

async function main(folder: string): Promise<void> {
  const context = join(folder, 'context')
  cpSync(SOURCE, context, { recursive: true, filter: (path) => !/node_modules|\.tgz$/.test(path) })
  for (const name of PACKAGES) pack(name, context)
  const recipe = readRecipe(readFileSync(join(context, 'Dockerfile'), 'utf8'))
  const began = performance.now()
  const image = build(recipe, context, folder)
  console.log(`ok built in ${Math.round((performance.now() - began) / 1000)} s`)
  await startsOnlyWithToken(recipe, image)
  await livesAndStops(recipe, image)
}

function pack(name: string, to: string): void {
  const npm = ['pack', '--ignore-scripts', '--silent', '-w', `packages/${name}`, '--pack-destination', to]
  execFileSync('npm', npm, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] })
}

async function startsOnlyWithToken(recipe: Recipe, image: Image): Promise<void> {
  const container = new Container(recipe, image, {})
  const code = await container.ended()
  if (code === 0 || !container.said.includes('SIMULATOR_ADMIN_TOKEN')) throw new Error('it starts without a token')
  console.log('ok refuses to start without SIMULATOR_ADMIN_TOKEN')
}

async function livesAndStops(recipe: Recipe, image: Image): Promise<void> {
  const container = new Container(recipe, image, {
    SIMULATOR_ADMIN_TOKEN: 'a-token-for-this-run-alone',
    SIMULATOR_PORT: String(await freePort()),
    SIMULATOR_TEST_LINE_PORT: '0',
    SIMULATOR_ADMIN_PORT: '0',
    SIMULATOR_HANDSET_PORT: '0',
  })
  await container.healthy()
  console.log('ok healthy')
  const code = await container.stop()
  if (code !== 0) throw new Error(`it ends with ${code}:\n${container.said}`)
  console.log(`ok stopped; in its volume: ${readdirSync(placeIn(image, 'data')).join(', ')}`)
}

const folder = mkdtempSync(join(tmpdir(), 'local-number-container-'))
main(folder)
  .catch((error: Error) => {
    console.error(error.message)
    process.exitCode = 1
  })
  .finally(() => rmSync(folder, { recursive: true }))
