import type { Scenario } from '../../scenario'
import type { ClientSubject } from '../client'

export type ClientScenarios = readonly Scenario<ClientSubject>[]
