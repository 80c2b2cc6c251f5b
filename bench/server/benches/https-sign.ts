// The HTTPS edition's sign, which is an MD5, beside a bare Koa app that makes the same ids and MD5.
import { createKeys } from '../app'
import type { Bench } from '../bench'
import { compareTurns, takeTurns } from '../compare'
import { createFigure } from '../figures'

const BASELINE = 'bare Koa + MD5'

export const httpsSign: Bench = {
  about: 'sign of the HTTPS edition ÷ bare Koa + MD5',
  async run({ processes, scale }) {
    const keys = createKeys(1024)
    const [generator, bare, ours] = await Promise.all([
      processes.start('load-main'),
      processes.start('bare-main', { app: 'httpsSign', keys }),
      processes.start('ours-main', { keys }),
    ])
    const contenders = [
      { name: BASELINE, server: bare },
      { name: 'ours', server: ours },
    ]
    const turns = await takeTurns(contenders, { generator, ask: 'httpsSign', scale })
    const { perSecond, cpu, rateRatio, cpuRatio, invalid } = compareTurns(turns, 'ours', BASELINE)
    const shared = { name: 'sign, HTTPS edition, SQLite', baseline: BASELINE }
    return [
      createFigure({ ...shared, value: perSecond, unit: '/s', ratio: rateRatio, atLeast: 0.6, invalid }),
      createFigure({ ...shared, name: `${shared.name}: CPU`, value: cpu, unit: 'µs', ratio: cpuRatio }),
    ]
  },
}
