// Measures the business server, as ratios to baselines of the same run. Prints a table, then each figure as a line of
// JSON. Ends with 1 if a bench could not run or a figure is invalid; a missed goal is only reported.
// npm run bench -- [--quick] [--only sign] [--rounds 200] [--seconds 0.05] [--signs 200000]
import { parseArgs } from 'node:util'
import type { Bench } from './server/bench'
import { delay } from './server/benches/delay'
import { heap } from './server/benches/heap'
import { httpsSign } from './server/benches/https-sign'
import { layers } from './server/benches/layers'
import { powerLoss } from './server/benches/power-loss'
import { rsa } from './server/benches/rsa'
import { scaling } from './server/benches/scaling'
import { sign } from './server/benches/sign'
import { sustained } from './server/benches/sustained'
import { verify } from './server/benches/verify'
import type { Scale } from './server/compare'
import { type Figure, formatLines, formatTable } from './server/figures'
import { createProcesses } from './server/processes'

const BENCHES: Readonly<Record<string, Bench>> = {
  rsa,
  sign,
  'https-sign': httpsSign,
  verify,
  layers,
  delay,
  'power-loss': powerLoss,
  heap,
  scaling,
  sustained,
}

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    signs: { type: 'string', default: '200000' },
  },
})

function selectBenches(): string[] {
  const { only, quick } = values
  const unknown = only?.filter((name) => !Object.hasOwn(BENCHES, name)) ?? []
  if (unknown.length > 0) {
    throw new Error(`unknown bench ${unknown.join(', ')}: expected one of ${Object.keys(BENCHES).join(', ')}`)
  }
  return only ?? Object.keys(BENCHES).filter((name) => !(quick && BENCHES[name]?.isSlow))
}

const QUICK: Scale = { rounds: 40, seconds: 0.04, warmUp: 6_000 }
const FULL: Scale = { rounds: 200, seconds: 0.05, warmUp: 8_000 }

async function runBench(bench: Bench): Promise<readonly Figure[]> {
  const processes = createProcesses()
  const scale = {
    ...(values.quick ? QUICK : FULL),
    ...(values.rounds && { rounds: Number(values.rounds) }),
    ...(values.seconds && { seconds: Number(values.seconds) }),
  }
  try {
    const note = (line: string) => console.error(line)
    return await bench.run({ processes, scale, signs: Number(values.signs), note })
  } finally {
    await processes.endAll()
  }
}

const figures: Figure[] = []
for (const name of selectBenches()) {
  const bench = BENCHES[name] as Bench
  console.error(`${name}: ${bench.about}`)
  try {
    const found = await runBench(bench)
    console.error(`${formatTable(found)}\n`)
    figures.push(...found)
  } catch (error) {
    console.error(error)
    process.exitCode = 1
  }
}
console.log(`${formatTable(figures)}\n`)
console.log(formatLines(figures))
if (figures.some(({ invalid }) => invalid !== undefined)) process.exitCode = 1
