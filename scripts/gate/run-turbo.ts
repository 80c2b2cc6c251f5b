// Runs tasks with turbo and reads what became of each from turbo's own summaries.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** One task of one workspace. */
export interface TaskRun {
  readonly task: string
  readonly workspace: string
  /** The workspace's folder, from the root; '' for the root itself. */
  readonly directory: string
  readonly seconds: number
  readonly passed: boolean
}

interface Summary {
  readonly tasks: ReadonlyArray<{
    readonly taskId: string
    readonly task: string
    readonly package: string
    readonly directory: string
    readonly command: string
    readonly execution: { readonly startTime: number; readonly endTime: number; readonly exitCode: number | null }
  }>
}

/** Turbo writes `<NONEXISTENT>` for a workspace without the script. */
const NO_SCRIPT = '<NONEXISTENT>'

/** Tasks that one turbo runs. */
export interface TurboRun {
  readonly tasks: readonly string[]
  /** How many at a time. Each takes up to a gigabyte. */
  readonly concurrency: number
  /** Runs these tasks alone: what they need was done before. @default false */
  readonly only?: boolean
}

export interface TurboOptions {
  readonly root: string
  /** Runs every task, also those whose result is cached. */
  readonly force: boolean
}

/**
 * Runs stage after stage, all runs of one at the same time, and all tasks also when some fail. A task that never started
 * because another failed counts as failed.
 */
export async function runStages(
  stages: ReadonlyArray<readonly TurboRun[]>,
  { root, force }: TurboOptions,
): Promise<TaskRun[]> {
  const runs = join(root, '.turbo/runs')
  rmSync(runs, { recursive: true, force: true })
  let failed = false
  for (const stage of stages) {
    const statuses = await Promise.all(stage.map((run) => runTurbo(run, { root, force })))
    failed ||= statuses.some((status) => status !== 0)
  }
  const found = readTaskRuns(runs)
  // Without a task that failed, or a summary at all, turbo itself failed.
  return found.length === 0 || (failed && found.every(({ passed }) => passed))
    ? [...found, { task: 'turbo', workspace: '//', directory: '', seconds: 0, passed: false }]
    : found
}

/** Returns turbo's status. */
async function runTurbo({ tasks, concurrency, only = false }: TurboRun, { root, force }: TurboOptions) {
  const options = ['--continue=dependencies-successful', `--concurrency=${concurrency}`, '--summarize']
  const flags = ['--output-logs=errors-only', ...(only ? ['--only'] : []), ...(force ? ['--force'] : [])]
  const turbo = spawn(join(root, 'node_modules/.bin/turbo'), ['run', ...tasks, ...options, ...flags], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0' },
  })
  const [status] = await once(turbo, 'close')
  return status as number | null
}

/** @param runs the folder that turbo writes its summaries to, one for each run */
export function readTaskRuns(runs: string): TaskRun[] {
  return readdirOrNone(runs)
    .filter((name) => name.endsWith('.json'))
    .flatMap((file) => (JSON.parse(readFileSync(join(runs, file), 'utf8')) as Summary).tasks)
    .filter(({ command }) => command !== NO_SCRIPT)
    .map(({ task, package: workspace, directory, execution }) => ({
      task: task.replace(/^\/\/#/, ''),
      workspace,
      directory,
      seconds: execution ? (execution.endTime - execution.startTime) / 1000 : 0,
      passed: execution?.exitCode === 0,
    }))
}

function readdirOrNone(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
