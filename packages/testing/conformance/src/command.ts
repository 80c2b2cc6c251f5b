// The command: reads its options, runs a suite, and reports.
import { readFile, writeFile } from 'node:fs/promises'
import { CommanderError } from 'commander'
import { connectControl } from './control'
import { type Options, originOf, readOptions, subjectOf } from './options'
import type { Output } from './output'
import { reasonOf } from './reason'
import { closingLine } from './report/closing-line'
import { junitReport } from './report/junit'
import { createLiveReport } from './report/live'
import { tableReport } from './report/table'
import { tapReport } from './report/tap'
import type { Result } from './run'
import { basisOf } from './scenario'
import type { SuiteName, Target } from './suite'
import { type RunnableSuite, SUITES } from './suites'
import { Unusable } from './unusable'

export type ExitCode = 0 | 1 | 2

export interface CommandOptions {
  /** Aborted when the user has had enough: the scenario under way is ended, and everything given back. */
  readonly stop?: AbortSignal | undefined
  readonly suites?: typeof SUITES
}

/**
 * Runs the command. Never throws.
 *
 * @returns 0 when all passed, 1 when some failed, 2 for wrong usage, a subject that cannot be tried, or an aborted run
 */
export async function runCommand(
  args: readonly string[],
  output: Output,
  { stop, suites = SUITES }: CommandOptions = {},
): Promise<ExitCode> {
  try {
    const options = readOptions(args, output)
    return options.list ? list(options, output) : await tryOut(options, output, { stop, suites })
  } catch (error) {
    // Commander has said it already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    output.err(`error: ${reasonOf(error)}\n`)
    return 2
  }
}

function list(options: Options, output: Output): ExitCode {
  for (const [name, { scenarios }] of Object.entries(SUITES)) {
    for (const scenario of scenarios) {
      const { id, title } = scenario
      output.out(`${name} ${id} [${basisOf(scenario)}: ${scenario.source}] ${title[options.lang]}\n`)
    }
  }
  return 0
}

async function tryOut(
  options: Options,
  output: Output,
  { stop, suites }: Required<Pick<CommandOptions, 'suites'>> & CommandOptions,
): Promise<ExitCode> {
  const { suite: name, address } = subjectOf(options)
  const suite = suites[name]
  const ids = chosenIds(suite, options.only)
  const live = createLiveReport({ total: ids.size, language: options.lang, output })
  const results = await suite.run(await targetOf(address, options), ids, { ...live, stop }).finally(live.end)
  if (options.verbose) output.out(`${tableReport(results, options.lang, output.columns)}\n`)
  output.out(`${closingLine(results)}\n`)
  await writeReports(results, name, options)
  if (results.length < ids.size) throw new Unusable(`interrupted after ${results.length} of ${ids.size} scenarios`)
  return results.some(({ status }) => status === 'failed') ? 1 : 0
}

/** An id that does not exist would pass by not running. */
function chosenIds({ scenarios }: RunnableSuite, only: readonly string[] | undefined): ReadonlySet<string> {
  const ids = new Set<string>(scenarios.map(({ id }) => id))
  const unknown = only?.find((id) => !ids.has(id))
  if (unknown !== undefined) throw new Unusable(`no scenario is called ${unknown}: --list shows them`)
  return only ? new Set(only) : ids
}

async function targetOf(address: string, options: Options): Promise<Target> {
  const { control, controlToken, relay, credentials } = options
  return {
    address,
    control: control === undefined ? null : connectControl(originOf(control, 'control'), controlToken),
    relay: relay === undefined ? undefined : originOf(relay, 'relay'),
    credentials: credentials === undefined ? null : await jsonIn(credentials),
  }
}

/** The file's text goes into no message: it holds a private key. */
async function jsonIn(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Unusable('the file of --credentials cannot be read')
  })
  try {
    return JSON.parse(text)
  } catch {
    throw new Unusable('the file of --credentials holds no JSON')
  }
}

async function writeReports(
  results: readonly Result[],
  suite: SuiteName,
  { tap, junit, lang }: Options,
): Promise<void> {
  await write('tap', tap, () => tapReport(results, lang))
  await write('junit', junit, () => junitReport(results, { suite, language: lang }))
}

async function write(option: string, path: string | undefined, report: () => string): Promise<void> {
  if (path === undefined) return
  await writeFile(path, report()).catch((error: NodeJS.ErrnoException) => {
    throw new Unusable(`the file of --${option} cannot be written (${error.code})`)
  })
}
