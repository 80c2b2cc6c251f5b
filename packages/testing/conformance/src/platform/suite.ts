// The suite for a platform: a simulator, or the carrier's test line.
import type { Suite } from '../suite'
import { PLATFORM_SCENARIOS } from './scenarios'
import { openPlatform, type PlatformSubject } from './subject'

export const platformSuite: Suite<PlatformSubject> = {
  name: 'platform',
  scenarios: PLATFORM_SCENARIOS,
  open: openPlatform,
}
