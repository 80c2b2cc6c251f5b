// What the command line accepts, as commander reads it and as the command uses it.
import { Command, Option } from 'commander'
import { version } from '../package.json'
import type { Output } from './output'
import type { SuiteName } from './suite'
import { LANGUAGES, type Language } from './texts'
import { Unusable } from './unusable'

export interface Options {
  readonly platform?: string
  readonly server?: string
  readonly client?: string
  readonly control?: string
  readonly controlToken?: string
  readonly relay?: string
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

/** @throws CommanderError for what it does not accept, and once it has shown the help */
export function readOptions(args: readonly string[], output: Output): Options {
  return new Command('local-number-conformance')
    .description('Says whether a platform, a business server or a client SDK speaks the local-number protocol.')
    .option('--platform <url>', 'try the platform at this address')
    .option('--server <url>', 'try the business server at this address')
    .option('--client <module>', 'try the client SDK that this module exports')
    .option('--control <url>', "the simulator's admin API; scenarios that need it are not applicable without it")
    .option('--control-token <token>', 'what the admin API asks for')
    .option('--relay <url>', 'where the server reaches its platform: the suite listens there, and passes on')
    .option('--credentials <file>', 'JSON: the app to use where no simulator can make one')
    .option('--tap <file>', 'write the results as TAP 14')
    .option('--junit <file>', 'write the results as JUnit XML')
    .option('--only <id...>', 'run these scenarios only')
    .option('--list', 'list the scenarios, with how far their sources go, and run none')
    .option('--verbose', 'print every result as a table when the run has ended')
    .addOption(new Option('--lang <language>', 'of the titles').choices([...LANGUAGES]).default('en'))
    .version(version, '--version')
    .addHelpText('after', EXIT_CODES)
    .allowExcessArguments(false)
    .configureOutput({ writeOut: output.out, writeErr: output.err })
    .exitOverride()
    .parse(args, { from: 'user' })
    .opts<Options>()
}

const SUBJECTS = ['platform', 'server', 'client'] as const satisfies readonly SuiteName[]

/** @throws Unusable when not exactly one subject is named, or with an option of another's */
export function subjectOf(options: Options): { readonly suite: SuiteName; readonly address: string } {
  const named = SUBJECTS.filter((suite) => options[suite] !== undefined)
  const [suite] = named
  if (!suite || named.length > 1) throw new Unusable('name one subject: --platform, --server or --client')
  if (suite !== 'server' && options.relay !== undefined) throw new Unusable('--relay is for a --server only')
  const address = options[suite] ?? ''
  return { suite, address: suite === 'client' ? address : originOf(address, suite) }
}

/** @throws Unusable when this is no http address */
export function originOf(address: string, option: string): string {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url && ['http:', 'https:'].includes(url.protocol)) return address.replace(/\/+$/, '')
  throw new Unusable(`--${option} wants an address such as http://127.0.0.1:7000`)
}
