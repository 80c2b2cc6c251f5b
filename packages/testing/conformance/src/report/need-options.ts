// What provides what a scenario needs: an option of the command, except for the HTTPS edition.
import type { Need } from '../scenario'

/** The clock belongs to the simulator. */
export const NEED_OPTIONS: Readonly<Record<Need, string>> = {
  control: '--control',
  clock: '--control',
  relay: '--relay',
  https: 'the HTTPS edition',
}
