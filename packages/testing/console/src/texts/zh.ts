// 全部中文文案。
import { apps } from './zh/apps'
import { diagram } from './zh/diagram'
import { faults } from './zh/faults'
import { handsets } from './zh/handsets'
import { shell } from './zh/shell'
import { timeline } from './zh/timeline'
import { clock, magic } from './zh/tools'

export const zh = { shell, timeline, diagram, handsets, apps, faults, clock, magic }
