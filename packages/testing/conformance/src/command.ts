// The command: parses its options, runs a suite, and reports the results.
import { readFile, writeFile } from 'node:fs/promises'
import { parseJson } from '@local-number/service-kit'
import { CommanderError } from 'commander'
import { connectControl } from './control'
import { type Options, parseArguments, parseOrigin, parseSubject } from './options'
import type { Output } from './output'
import { toReason } from './reason'
import { formatJUnit } from './report/junit'
import { createLiveReport } from './report/live'
import { formatSummary } from './report/summary'
import { formatTable } from './report/table'
import { formatTap } from './report/tap'
import type { Result } from './run'
import { getBasis } from './scenario'
import type { SuiteName, Target } from './suite'
import { type RunnableSuite, SUITES } from './suites'
import { Unusable } from './unusable'

export type ExitCode = 0 | 1 | 2

export interface CommandOptions {
  /** When it is aborted, the running scenario is the last, and what the suite set up is removed. */
  readonly stop?: AbortSignal | undefined
  readonly suites?: typeof SUITES
}

/**
 * Runs the command. Never throws.
 *
 * @returns 0 if all passed, 1 if some failed, 2 for wrong usage, a subject that cannot be tested, or an aborted run
 */
export async function runCommand(
  args: readonly string[],
  output: Output,
  { stop, suites = SUITES }: CommandOptions = {},
): Promise<ExitCode> {
  try {
    const options = parseArguments(args, output)
    return options.list ? printList(options, output) : await runSuite(options, output, { stop, suites })
  } catch (error) {
    // Commander has printed its message.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    output.err(`error: ${toReason(error)}\n`)
    return 2
  }
}

function printList(options: Options, output: Output): ExitCode {
  for (const [name, { scenarios }] of Object.entries(SUITES)) {
    for (const scenario of scenarios) {
      const { id, title } = scenario
      output.out(`${name} ${id} [${getBasis(scenario)}: ${scenario.source}] ${title[options.lang]}\n`)
    }
  }
  return 0
}

async function runSuite(
  options: Options,
  output: Output,
  { stop, suites }: Required<Pick<CommandOptions, 'suites'>> & CommandOptions,
): Promise<ExitCode> {
  const { suite: name, address } = parseSubject(options)
  const suite = suites[name]
  const ids = chooseIds(suite, options.only)
  const live = createLiveReport({ total: ids.size, language: options.lang, output })
  const results = await suite.run(await readTarget(address, options), ids, { ...live, stop }).finally(live.end)
  if (options.verbose) output.out(`${formatTable(results, options.lang, output.columns)}\n`)
  output.out(`${formatSummary(results)}\n`)
  await writeReports(results, name, options)
  if (results.length < ids.size) throw new Unusable(`interrupted after ${results.length} of ${ids.size} scenarios`)
  return results.some(({ status }) => status === 'failed') ? 1 : 0
}

/** An unknown id would run nothing and so pass. */
function chooseIds({ scenarios }: RunnableSuite, only: readonly string[] | undefined): ReadonlySet<string> {
  const ids = new Set<string>(scenarios.map(({ id }) => id))
  const unknown = only?.find((id) => !ids.has(id))
  if (unknown !== undefined) throw new Unusable(`there is no scenario ${unknown}: --list shows all ids`)
  return only ? new Set(only) : ids
}

async function readTarget(address: string, options: Options): Promise<Target> {
  const { control, controlToken, relay, inbox, credentials } = options
  return {
    address,
    control: control === undefined ? null : connectControl(parseOrigin(control, 'control'), controlToken),
    relay: relay === undefined ? undefined : parseOrigin(relay, 'relay'),
    inbox: inbox === undefined ? undefined : parseOrigin(inbox, 'inbox'),
    credentials: credentials === undefined ? null : await readJsonFile(credentials),
  }
}

/** Messages must not contain the file's text: it holds a private key. */
async function readJsonFile(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Unusable('the file of --credentials cannot be read: check its path')
  })
  const value = parseJson(text)
  if (value === undefined) throw new Unusable('the file of --credentials is not JSON')
  return value
}

async function writeReports(
  results: readonly Result[],
  suite: SuiteName,
  { tap, junit, lang }: Options,
): Promise<void> {
  await writeReport('tap', tap, () => formatTap(results, lang))
  await writeReport('junit', junit, () => formatJUnit(results, { suite, language: lang }))
}

async function writeReport(option: string, path: string | undefined, report: () => string): Promise<void> {
  if (path === undefined) return
  await writeFile(path, report()).catch((error: NodeJS.ErrnoException) => {
    throw new Unusable(`the file of --${option} cannot be written (${error.code})`)
  })
}
