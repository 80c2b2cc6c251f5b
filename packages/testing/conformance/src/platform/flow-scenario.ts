// Scenarios with steps of their own.
import type { Localized } from '../localized'
import type { Fixture, FixtureOptions } from './fixture'
import { type PlatformScenario, withFixture } from './scenario'
import type { PlatformSubject } from './subject'

export interface FlowScenario extends Omit<PlatformScenario, 'run'>, Pick<FixtureOptions, 'line'> {
  readonly title: Localized
  runOn(fixture: Fixture, subject: PlatformSubject): Promise<void>
}

export function fromFlowScenario({ runOn, line, ...facts }: FlowScenario): PlatformScenario {
  const options = line ? { ...facts, line } : facts
  return { ...facts, run: (subject) => withFixture(subject, options, (fixture) => runOn(fixture, subject)) }
}
