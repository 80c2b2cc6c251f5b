// What the command line gives a run that a scenario cannot do without.
import type { Need } from '../scenario'

/** The clock is the simulator's. */
export const OPTION_FOR: Readonly<Record<Need, `--${string}`>> = {
  control: '--control',
  clock: '--control',
  relay: '--relay',
}
