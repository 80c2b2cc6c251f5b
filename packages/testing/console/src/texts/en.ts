// All texts in English.
import { apps } from './en/apps'
import { diagram } from './en/diagram'
import { faults } from './en/faults'
import { handsets } from './en/handsets'
import { shell } from './en/shell'
import { timeline } from './en/timeline'
import { clock, magic } from './en/tools'
import type { Texts } from './shape'

export const en: Texts = { shell, timeline, diagram, handsets, apps, faults, clock, magic }
