// What provides what a scenario needs: mostly an option of the command.
import type { Need } from '../scenario'

/** The clock belongs to the simulator. */
export const NEED_OPTIONS: Readonly<Record<Need, string>> = {
  control: '--control',
  clock: '--control',
  relay: '--relay',
  https: 'the HTTPS edition',
  inbox: '--inbox',
  // Programs that run the suite have it, see `Target`.
  serverClock: 'a movable clock',
}
