// The suite for a business server that is configured for a simulator.
import type { Suite } from '../suite'
import { serverScenarios } from './scenarios'
import { openServer, type ServerSubject } from './subject'

export const serverSuite: Suite<ServerSubject> = { name: 'server', scenarios: serverScenarios, open: openServer }
