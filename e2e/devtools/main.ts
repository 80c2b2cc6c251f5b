// `npm run devtools [-- --cli PATH] [-- --port 9420]`: plays the journeys in WeChat DevTools, while `npm run dev:weapp`
// runs in another terminal. Pictures go to reports/devtools. Exit code 1: a journey failed; 2: DevTools or the demo is
// missing.
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { connect } from './connect'
import { DemoApp } from './demo-app'
import { DevToolsError } from './errors'
import { JOURNEYS, type Journey } from './journeys'

const PROJECT = fileURLToPath(new URL('../../apps/demo', import.meta.url))
/** npm runs the command in the root folder. */
const PICTURES = 'reports/devtools'

const print = (line: string) => void process.stdout.write(`${line}\n`)

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { cli: { type: 'string' }, port: { type: 'string' } } })
  const port = values.port === undefined ? undefined : Number(values.port)
  const miniProgram = await connect({ project: PROJECT, cli: values.cli, port })
  mkdirSync(PICTURES, { recursive: true })
  const demo = new DemoApp(miniProgram, PICTURES)
  let failed = 0
  for (const journey of JOURNEYS) if (!(await playJourney(journey, demo))) failed += 1
  miniProgram.disconnect()
  print(`${JOURNEYS.length - failed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}

async function playJourney({ id, name, play }: Journey, demo: DemoApp): Promise<boolean> {
  const began = Date.now()
  const problem = await play(demo)
    .finally(() => demo.takePicture(id))
    .then(
      () => null,
      (error: Error) => error.message,
    )
  print(`${problem === null ? 'ok    ' : 'FAILED'} ${name}, ${((Date.now() - began) / 1000).toFixed(1)} s`)
  if (problem !== null) print(`       ${problem}`)
  return problem === null
}

main().catch((error: unknown) => {
  if (!(error instanceof DevToolsError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
})
