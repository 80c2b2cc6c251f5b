// The options of the command line.
import { Command, Option } from 'commander'
import { version } from '../package.json'
import { LANGUAGES, type Language } from './localized'
import type { Output } from './output'
import type { SuiteName } from './suite'
import { Unusable } from './unusable'

export interface Options {
  readonly platform?: string
  readonly server?: string
  readonly client?: string
  readonly control?: string
  readonly controlToken?: string
  readonly relay?: string
  readonly inbox?: string
  readonly credentials?: string
  readonly tap?: string
  readonly junit?: string
  readonly only?: readonly string[]
  readonly list?: true
  readonly verbose?: true
  readonly lang: Language
}

const EXIT_CODES = `
Exit codes: 0 all passed, 1 some failed, 2 wrong usage, a subject that cannot be reached, a report that cannot be
written, or an interrupted run.
`

/** @throws CommanderError for unknown options, and after printing help or version */
export function parseArguments(args: readonly string[], output: Output): Options {
  return new Command('local-number-conformance')
    .description(
      'Tests whether a platform, a business server or a client SDK keeps the rules of the local-number protocol.',
    )
    .option('--platform <url>', 'test the platform at this address')
    .option('--server <url>', 'test the business server at this address')
    .option('--client <module>', 'test the client SDK that this module exports')
    .option('--control <url>', "the simulator's admin API; without it, scenarios that need it are not applicable")
    .option('--control-token <token>', 'the token of the admin API (SIMULATOR_ADMIN_TOKEN)')
    .option('--relay <url>', 'where the server calls its platform: the suite listens there and forwards the calls')
    .option('--inbox <url>', 'where the server posts its text messages: the suite listens there')
    .option('--credentials <file>', 'JSON: the app to use if no simulator can register one')
    .option('--tap <file>', 'write the results as TAP 14')
    .option('--junit <file>', 'write the results as JUnit XML')
    .option('--only <id...>', 'run these scenarios only')
    .option('--list', 'list the scenarios with their sources, and run none')
    .option('--verbose', 'print every result as a table when the run has ended')
    .addOption(new Option('--lang <language>', 'language of the titles').choices([...LANGUAGES]).default('en'))
    .version(version, '--version')
    .addHelpText('after', EXIT_CODES)
    .allowExcessArguments(false)
    .configureOutput({ writeOut: output.out, writeErr: output.err })
    .exitOverride()
    .parse(args, { from: 'user' })
    .opts<Options>()
}

const SUBJECTS = ['platform', 'server', 'client'] as const satisfies readonly SuiteName[]

const SERVER_OPTIONS = ['relay', 'inbox'] as const

/** @throws Unusable unless exactly one subject is named, with its own options only */
export function parseSubject(options: Options): { readonly suite: SuiteName; readonly address: string } {
  const named = SUBJECTS.filter((suite) => options[suite] !== undefined)
  const [suite] = named
  if (!suite || named.length > 1) throw new Unusable('name exactly one subject: --platform, --server or --client')
  const foreign = SERVER_OPTIONS.find((option) => suite !== 'server' && options[option] !== undefined)
  if (foreign) throw new Unusable(`--${foreign} works with --server only`)
  const address = options[suite] ?? ''
  return { suite, address: suite === 'client' ? address : parseOrigin(address, suite) }
}

/** Returns an address without trailing slashes. @throws Unusable if it is not an HTTP address */
export function parseOrigin(address: string, option: string): string {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url && ['http:', 'https:'].includes(url.protocol)) return address.replace(/\/+$/, '')
  throw new Unusable(`--${option} must be an address such as http://127.0.0.1:7000`)
}
