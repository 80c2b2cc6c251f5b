// The command line: four flags, `--help` and `--version`.
import { Command, InvalidArgumentError } from 'commander'
import { version } from '../../package.json'

export interface Flags {
  /** The gateway's port; the others follow it. Default: what the environment says. */
  readonly port?: number
  readonly data: string
  readonly apps?: string
  readonly memory?: boolean
}

/** The last port of a row is the handsets': ten above the gateway's, and one per handset. */
const LAST_FIRST_PORT = 65_000

const DATA_FOLDER = '.local-number-simulator'

const EXAMPLES = `
Examples:
  $ npx @local-number/simulator                     start, and keep what you change in .local-number-simulator
  $ npx @local-number/simulator --memory --port 0   on any free ports, and forget everything at the end
  $ npx @local-number/simulator --apps apps.yaml    with your own apps
  $ npx @local-number/simulator --port 8000         gateway 8000, test line 8001, console 8002, handsets from 8010

The variables SIMULATOR_HOST, SIMULATOR_ADMIN_HOST, SIMULATOR_ADMIN_TOKEN and others are in docs/en/simulator.md and
docs/zh/simulator.md. A flag wins over a variable. Ctrl-C stops; a second one at once.`

export function command(run: (flags: Flags) => Promise<void>): Command {
  return new Command('local-number-simulator')
    .description('The carrier’s gateway and authentication platform on your desk, with a console.')
    .option('--port <port>', 'port of the gateway, the others follow; 0 is any free ones (default: 7000)', port)
    .option(
      '--data <folder>',
      'where apps, handsets, tokens and the demo’s keys are kept',
      pathOf('folder'),
      DATA_FOLDER,
    )
    .option('--apps <file>', 'YAML or JSON list of apps to file, in place of the demo’s', pathOf('file'))
    .option('--memory', 'keep nothing: neither read nor write the data folder')
    .version(version)
    .addHelpText('after', EXAMPLES)
    .showHelpAfterError('(--help shows what there is)')
    .allowExcessArguments(false)
    .action(run)
}

/** An unset variable of a shell is no path, and above all not this folder. */
function pathOf(what: string) {
  return (text: string): string => {
    if (text.trim() !== '') return text
    throw new InvalidArgumentError(`It must be the path of a ${what}.`)
  }
}

function port(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= LAST_FIRST_PORT) return Number(text)
  throw new InvalidArgumentError(`It must be a port from 1 to ${LAST_FIRST_PORT}, or 0 for any free ones.`)
}
