// All texts in English.
import { causes } from './en/causes'
import { codes } from './en/codes'
import type { Advice } from './shape'

export const en: Advice = {
  codes,
  causes,
  unknown: {
    meaning: 'The platform answered with a code that no document lists, so this attempt did not succeed.',
    remedy:
      'Let the user log in another way. Note the raw code, the msgId and the time, and ask the platform what it means.',
  },
  actors: { user: 'user', integrator: 'integrator', platform: 'platform' },
}
