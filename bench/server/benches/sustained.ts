// The highest rate at which users are served in time, and what becomes of them at twice that rate. Logins begin at
// their rate, however slow the answers are, and the platform takes 50 ms.
import { createKeys } from '../app'
import type { Bench } from '../bench'
import { MOST_BUSY } from '../compare'
import { createFigure } from '../figures'
import type { LoadFacts, LoadReport } from '../load-main'
import type { OpenLoopFacts, OpenLoopReport } from '../open-loop'
import type { BenchProcess } from '../processes'

const PLATFORM_MS = 50
const IN_TIME_SHARE = 0.999
/** The search begins at this share of what the server answers when nobody waits for a turn. */
const FIRST_SHARE = 0.5
const WARM_UP_CONNECTIONS = 64
const STEP_SECONDS = 6
const OVERLOAD_SECONDS = 10
/** How often the rate between the last that passed and the first that did not is tried. */
const REFINEMENTS = 3
/** A generator that is later does not keep its rate, in ms. */
const MOST_LATE_MS = 100

const isInTime = ({ logins, inTime }: OpenLoopReport) => inTime >= IN_TIME_SHARE * logins

function findProblem({ busy, lateP99 }: OpenLoopReport): string | undefined {
  if (busy > MOST_BUSY) return `the generator was ${Math.round(busy * 100)} % busy`
  return lateP99 > MOST_LATE_MS ? `the generator was ${Math.round(lateP99)} ms late` : undefined
}

export const sustained: Bench = {
  about: 'highest rate with 99.9 % of logins within 1 s, platform at 50 ms',
  isSlow: true,
  async run({ processes, scale, note }) {
    const platform = await processes.start('platform-main', { delayMs: PLATFORM_MS })
    const [generator, server] = await Promise.all([
      processes.start('load-main'),
      processes.start('ours-main', { keys: createKeys(1024), platform: platform.url }),
    ])
    const attempt = async (perSecond: number, seconds: number) => {
      const report = await runAtRate(generator, { url: server.url, perSecond, seconds })
      note(`  ${perSecond}/s: ${JSON.stringify(report)}`)
      return report
    }
    const requests = scale.warmUp / 2
    const facts: LoadFacts = { ask: 'login', urls: [server.url], requests, connections: WARM_UP_CONNECTIONS }
    await generator.ask('prepare', facts)
    const { seconds } = await generator.ask<LoadReport>('load')
    let [passed, failed] = [0, Math.ceil((FIRST_SHARE * requests) / seconds)]
    let last = await attempt(failed, STEP_SECONDS)
    for (; isInTime(last); last = await attempt(failed, STEP_SECONDS)) [passed, failed] = [failed, failed * 2]
    let problem = findProblem(last)
    for (let round = 0; round < REFINEMENTS; round += 1) {
      const middle = Math.round((passed + failed) / 2)
      last = await attempt(middle, STEP_SECONDS)
      if (isInTime(last)) passed = middle
      else [failed, problem] = [middle, findProblem(last)]
    }
    const sustainedRate = createFigure({
      name: 'sustained logins, SQLite',
      value: passed,
      unit: '/s',
      invalid: problem,
    })
    const over = await attempt(2 * passed, OVERLOAD_SECONDS)
    const shared = { invalid: findProblem(over) }
    const toShare = (count: number) => (100 * count) / over.logins
    return [
      sustainedRate,
      createFigure({ name: 'at twice that rate: verified', value: toShare(over.verified), unit: '%', ...shared }),
      createFigure({
        name: 'at twice that rate: 503 with Retry-After',
        value: toShare(over.refused),
        unit: '%',
        ...shared,
      }),
      createFigure({ name: 'at twice that rate: lost', value: toShare(over.failed), unit: '%', atMost: 0, ...shared }),
      createFigure({ name: 'at twice that rate: p99 of the verified', value: over.p99, unit: 'ms', ...shared }),
    ]
  },
}

function runAtRate(generator: BenchProcess, facts: OpenLoopFacts): Promise<OpenLoopReport> {
  return generator.ask<OpenLoopReport>('openLoop', facts)
}
