// What it costs that each commit of SQLite waits for the disk.
import { createKeys } from '../app'
import type { Bench } from '../bench'
import { compareTurns, takeTurns } from '../compare'
import { createFigure } from '../figures'

const BASELINE = 'powerLossSafe: false'

export const powerLoss: Bench = {
  about: 'powerLossSafe of SQLite ÷ without',
  async run({ processes, scale }) {
    const keys = createKeys(1024)
    const [generator, without, safe] = await Promise.all([
      processes.start('load-main'),
      processes.start('ours-main', { keys }),
      processes.start('ours-main', { keys, env: { LOCAL_NUMBER_POWER_LOSS_SAFE: 'yes' } }),
    ])
    const contenders = [
      { name: BASELINE, server: without },
      { name: 'safe', server: safe },
    ]
    const turns = await takeTurns(contenders, { generator, ask: 'imageSign', scale })
    const { perSecond, rateRatio, invalid } = compareTurns(turns, 'safe', BASELINE)
    const name = 'sign, 1024 bits, powerLossSafe'
    return [createFigure({ name, value: perSecond, unit: '/s', baseline: BASELINE, ratio: rateRatio, invalid })]
  },
}
