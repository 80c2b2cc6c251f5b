// The test of every store: processes that are killed lose nothing that they acknowledged.
import { type BackendProcesses, createBackendProcesses } from '../../support/processes'
import { KILL_VARIABLES, runKills } from './kill-run'

export interface KillOptions {
  /** Returns what `LOCAL_NUMBER_STORE` says. */
  openStore(): Promise<string>
  /** How many processes share it. */
  readonly backends: number
  /** How many, if the variable KILLS does not say. The figures of such a run are printed. */
  readonly kills: number
}

export function describeKills({ openStore, backends, kills }: KillOptions): void {
  const { KILLS } = process.env
  const all = Number(KILLS ?? kills)
  let processes: BackendProcesses | undefined

  afterEach(async () => {
    await processes?.endAll()
    processes = undefined
  })

  test(
    'processes that are killed lose nothing that they acknowledged, and ask nothing twice',
    async () => {
      processes = await createBackendProcesses(await openStore(), KILL_VARIABLES)
      const { problems, ...figures } = await runKills(processes, { backends, kills: all })
      expect(problems).toEqual([])
      expect(figures.confirmed).toBeGreaterThan(all)
      if (KILLS !== undefined) process.stdout.write(`${JSON.stringify(figures)}\n`)
    },
    // A busy machine needs ten seconds for a start.
    60_000 + 30_000 * all,
  )
}
