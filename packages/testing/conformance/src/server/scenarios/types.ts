import type { Scenario } from '../../scenario'
import type { ServerSubject } from '../subject'

export type ServerScenarios = readonly Scenario<ServerSubject>[]
