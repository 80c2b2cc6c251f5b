// Runs scenarios one after another: they share the simulator's clock and the limits of the subject.
import { toReason } from './reason'
import { type Need, type Scenario, Unmet } from './scenario'

export type Outcome =
  | { readonly status: 'passed' }
  /** What went wrong, without secrets. */
  | { readonly status: 'failed'; readonly reason: string }
  | { readonly status: 'notApplicable'; readonly lacks: Need }

/** A scenario's facts and outcome, and how long it took in milliseconds. */
export type Result = Pick<Scenario<never>, 'id' | 'title' | 'source' | 'basis'> & Outcome & { readonly ms: number }

export interface RunOptions {
  /** What is available. */
  readonly has: readonly Need[]
  /**
   * Milliseconds after which a scenario has failed, besides those that it may wait.
   *
   * @default 30000, and 10000 in the client suite of the command
   */
  readonly limitMs?: number
  /** When it is aborted, the running scenario is the last. */
  readonly stop?: AbortSignal | undefined
  /** Called with the id of each scenario before it runs. Must not throw. */
  readonly onStart?: (id: string) => void
  /** Called with each result when it is there. Must not throw. */
  readonly onResult?: (result: Result) => void
}

const DEFAULT_LIMIT_MS = 30_000

/** Runs scenarios in their order. Never throws: what a scenario throws becomes its result. */
export async function runScenarios<Subject>(
  scenarios: readonly Scenario<Subject>[],
  subject: Subject,
  options: RunOptions,
): Promise<readonly Result[]> {
  const results: Result[] = []
  for (const scenario of scenarios) {
    if (options.stop?.aborted) break
    options.onStart?.(scenario.id)
    const started = performance.now()
    const outcome = await runScenario(scenario, subject, options)
    const { id, title, source, basis } = scenario
    const result = { id, title, source, ...(basis && { basis }), ...outcome, ms: performance.now() - started }
    results.push(result)
    options.onResult?.(result)
  }
  return results
}

async function runScenario<Subject>(
  scenario: Scenario<Subject>,
  subject: Subject,
  { has, limitMs = DEFAULT_LIMIT_MS }: RunOptions,
): Promise<Outcome> {
  const lacks = scenario.needs?.find((need) => !has.includes(need))
  if (lacks) return { status: 'notApplicable', lacks }
  try {
    await limitTime(limitMs + (scenario.waitsMs ?? 0), scenario.run(subject))
    return { status: 'passed' }
  } catch (error) {
    return { status: 'failed', reason: toReason(error) }
  }
}

/** Requests have time limits of their own. This one is for scenarios that wait for something else. */
async function limitTime(limitMs: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Unmet(`did not finish within ${limitMs} ms`)), limitMs)
  })
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
