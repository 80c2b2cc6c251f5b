// The command line: four flags, `--help` and `--version`.
import { Command, InvalidArgumentError } from 'commander'
import { version } from '../../package.json'

export interface Flags {
  /**
   * The gateway's port; the other ports follow it.
   *
   * @default from the environment
   */
  readonly port?: number
  readonly data: string
  readonly apps?: string
  readonly memory?: boolean
}

/** The handsets' ports come last in the row: ten above the gateway's, and one for each handset. */
const MAX_FIRST_PORT = 65_000

const DATA_FOLDER = '.local-number-simulator'

const EXAMPLES = `
Examples:
  $ npx @local-number/simulator                     start, and keep your changes in .local-number-simulator
  $ npx @local-number/simulator --memory --port 0   on any free ports, and keep nothing
  $ npx @local-number/simulator --apps apps.yaml    with your own apps
  $ npx @local-number/simulator --port 8000         gateway 8000, handsets from 8010, others between

The variables SIMULATOR_HOST, SIMULATOR_ADMIN_HOST, SIMULATOR_ADMIN_TOKEN and others are in docs/en/simulator.md and
docs/zh/simulator.md. A flag has priority over a variable. Ctrl-C stops; a second one stops at once.`

export function createCommand(run: (flags: Flags) => Promise<void>): Command {
  return new Command('local-number-simulator')
    .description('The carrier’s gateway and authentication platform on your machine, with a console.')
    .option('--port <port>', 'port of the gateway, the others follow; 0 is any free ones (default: 7000)', parsePort)
    .option(
      '--data <folder>',
      'where apps, handsets, tokens and the demo’s keys are kept',
      createPathParser('folder'),
      DATA_FOLDER,
    )
    .option('--apps <file>', 'YAML or JSON list of apps to register instead of the demo’s', createPathParser('file'))
    .option('--memory', 'keep nothing: neither read nor write the data folder')
    .version(version)
    .addHelpText('after', EXAMPLES)
    .showHelpAfterError('(--help shows the options)')
    .allowExcessArguments(false)
    .action(run)
}

/** An empty text, as from an unset shell variable, must not mean the current folder. */
function createPathParser(what: string) {
  return (text: string): string => {
    if (text.trim() !== '') return text
    throw new InvalidArgumentError(`It must be the path of a ${what}.`)
  }
}

function parsePort(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= MAX_FIRST_PORT) return Number(text)
  throw new InvalidArgumentError(`It must be a port from 1 to ${MAX_FIRST_PORT}, or 0 for any free ones.`)
}
