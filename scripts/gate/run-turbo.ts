// Runs tasks with turbo and reads what became of each from turbo's own summary.
import { spawnSync } from 'node:child_process'
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

/** For two cores, which two tasks leave idle a quarter of the time. Each takes up to a gigabyte. */
const CONCURRENCY = 3

export interface TurboOptions {
  readonly root: string
  /** Runs every task, also those whose result is cached. */
  readonly force: boolean
  readonly args?: readonly string[]
}

/** Runs all tasks, also when some fail. A task that never started because another failed counts as failed. */
export function runTurbo(tasks: readonly string[], { root, force, args = [] }: TurboOptions): TaskRun[] {
  const runs = join(root, '.turbo/runs')
  rmSync(runs, { recursive: true, force: true })
  const options = ['--continue=dependencies-successful', `--concurrency=${CONCURRENCY}`, '--summarize']
  const { status } = spawnSync(
    join(root, 'node_modules/.bin/turbo'),
    ['run', ...tasks, ...options, '--output-logs=errors-only', ...(force ? ['--force'] : []), ...args],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0' },
    },
  )
  const found = readTaskRuns(runs)
  // Without a summary turbo itself failed.
  if (found.length === 0) return [{ task: 'turbo', workspace: '//', directory: '', seconds: 0, passed: false }]
  if (status !== 0 && found.every(({ passed }) => passed)) {
    return [...found, { task: 'turbo', workspace: '//', directory: '', seconds: 0, passed: false }]
  }
  return found
}

/** @param runs the folder that turbo writes its summaries to */
export function readTaskRuns(runs: string): TaskRun[] {
  const [file] = readdirOrNone(runs).filter((name) => name.endsWith('.json'))
  if (!file) return []
  const { tasks } = JSON.parse(readFileSync(join(runs, file), 'utf8')) as Summary
  return tasks
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
