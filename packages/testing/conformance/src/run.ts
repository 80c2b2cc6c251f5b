// Runs scenarios one after another: a simulator has one clock, and a limit that one scenario reaches is another's too.
import { reasonOf } from './reason'
import { type Need, type Scenario, Unmet } from './scenario'

export type Outcome =
  | { readonly status: 'passed' }
  /** The message of what went wrong, without secrets. */
  | { readonly status: 'failed'; readonly reason: string }
  | { readonly status: 'notApplicable'; readonly lacks: Need }

/** A scenario's facts, and what became of it. */
export type Result = Pick<Scenario<never>, 'id' | 'title' | 'source' | 'basis'> & Outcome & { readonly ms: number }

export interface RunOptions {
  /** What the subject and its surroundings can do. */
  readonly has: readonly Need[]
  /** A scenario that takes longer has failed, in milliseconds. Default: 30,000. */
  readonly limitMs?: number
  /** Once it is aborted, the scenario under way is the last. */
  readonly stop?: AbortSignal | undefined
  /** Called with the id of each scenario before it runs. Must not throw. */
  readonly onStart?: (id: string) => void
  /** Called with each result when it is there. Must not throw. */
  readonly onResult?: (result: Result) => void
}

const LIMIT_MS = 30_000

/** Never throws: what a scenario throws is its result. */
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
    const outcome = await outcomeOf(scenario, subject, options)
    const { id, title, source, basis } = scenario
    const result = { id, title, source, ...(basis && { basis }), ...outcome, ms: performance.now() - started }
    results.push(result)
    options.onResult?.(result)
  }
  return results
}

async function outcomeOf<Subject>(
  scenario: Scenario<Subject>,
  subject: Subject,
  { has, limitMs = LIMIT_MS }: RunOptions,
): Promise<Outcome> {
  const lacks = scenario.needs?.find((need) => !has.includes(need))
  if (lacks) return { status: 'notApplicable', lacks }
  try {
    await within(limitMs, scenario.run(subject))
    return { status: 'passed' }
  } catch (error) {
    return { status: 'failed', reason: reasonOf(error) }
  }
}

/** Requests have limits of their own; this one is for a scenario that waits for something else. */
async function within(limitMs: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Unmet(`not done within ${limitMs} ms`)), limitMs)
  })
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
