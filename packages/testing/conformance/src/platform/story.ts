// Scenarios that are a story of their own.
import type { Localized } from '../texts'
import { onStage, type PlatformScenario } from './row'
import type { Stage, StageOptions } from './stage'
import type { PlatformSubject } from './subject'

export interface Story extends Omit<PlatformScenario, 'run'>, Pick<StageOptions, 'line'> {
  readonly title: Localized
  play(stage: Stage, subject: PlatformSubject): Promise<void>
}

export function fromStory({ play, line, ...facts }: Story): PlatformScenario {
  const options = line ? { ...facts, line } : facts
  return { ...facts, run: (subject) => onStage(subject, options, (stage) => play(stage, subject)) }
}
