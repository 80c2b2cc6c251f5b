// The suite for a platform: ours, or the carrier's own test line.
import type { Suite } from '../suite'
import { PLATFORM_SCENARIOS } from './scenarios'
import { openPlatform, type PlatformSubject } from './subject'

export const platformSuite: Suite<PlatformSubject> = {
  name: 'platform',
  scenarios: PLATFORM_SCENARIOS,
  open: openPlatform,
}
