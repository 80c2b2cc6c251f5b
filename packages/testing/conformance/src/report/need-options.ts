// The option of the command that provides what a scenario needs.
import type { Need } from '../scenario'

/** The clock belongs to the simulator. */
export const NEED_OPTIONS: Readonly<Record<Need, `--${string}`>> = {
  control: '--control',
  clock: '--control',
  relay: '--relay',
  https: '--credentials',
}
