// Verify over HTTP beside a bare Koa app with the same RSA, the same policy of connections and the same platform.
import { createKeys } from '../app'
import type { Bench } from '../bench'
import { compareTurns, takeTurns } from '../compare'
import { createFigure } from '../figures'

const BASELINE = 'bare Koa + RSA + platform'

export const verify: Bench = {
  about: 'verify over HTTP ÷ bare Koa + RSA + platform',
  async run({ processes, scale }) {
    const keys = createKeys(1024)
    const platform = await processes.start('platform-main')
    const [generator, bare, ours] = await Promise.all([
      processes.start('load-main'),
      processes.start('bare-main', { app: 'verify', keys, platform: platform.url }),
      processes.start('ours-main', { keys, platform: platform.url }),
    ])
    const contenders = [
      { name: BASELINE, server: bare },
      { name: 'ours', server: ours, needsAttempts: true },
    ]
    const turns = await takeTurns(contenders, { generator, ask: 'verify', scale })
    const { perSecond, cpu, rateRatio, cpuRatio, invalid } = compareTurns(turns, 'ours', BASELINE)
    const shared = { name: 'verify, 1024 bits, SQLite', baseline: BASELINE }
    return [
      createFigure({ ...shared, value: perSecond, unit: '/s', ratio: rateRatio, atLeast: 0.8, invalid }),
      createFigure({ ...shared, name: `${shared.name}: CPU`, value: cpu, unit: 'µs', ratio: cpuRatio }),
    ]
  },
}
