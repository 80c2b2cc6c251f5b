// The options of `npm run login`. This file imports no other package of the repository, so `--help` works without a
// build.
import { Command, CommanderError, Option } from 'commander'

/** The editions of the carrier's check; `both` lets the login choose. */
export const EDITION_CHOICES = ['image', 'https', 'both'] as const

export type EditionChoice = (typeof EDITION_CHOICES)[number]

/** The carrier's way, or a code in a text message. */
export const WAY_CHOICES = ['sim', 'sms'] as const

export type WayChoice = (typeof WAY_CHOICES)[number]

export interface LoginOptions {
  /** The typed number, not yet checked. */
  readonly phone: string
  /** Id of a simulated phone. @default the active handset */
  readonly handset?: string
  readonly edition: EditionChoice
  readonly way: WayChoice
}

const HELP = `
Examples:
  $ npm run login -- --phone 13800138000                     the number of the SIM: verified
  $ npm run login -- --phone 13900139000                     another number
  $ npm run login -- --phone 13800138000 --handset cm-wifi   a phone on Wi-Fi
  $ npm run login -- --phone 13800138000 --edition https     without an image, in one call
  $ npm run login -- --phone 18600186000 --handset cu-5g --way sms   a Unicom phone, by a text message

The last line of the output is JSON. Exit codes: 0 verified, 1 any other outcome, 2 not started.
SIMULATOR_PORT and BACKEND_PORT are the ports of the running stack (default: 7000 and 3000).`

/**
 * Parses the arguments after `npm run login --`.
 *
 * @returns null if the help was printed or the options were refused
 */
export function parseLoginOptions(args: readonly string[]): LoginOptions | null {
  try {
    const {
      phone,
      handset,
      edition = 'image',
      way = 'sim',
    } = createCommand().parse(args, { from: 'user' }).opts<Partial<LoginOptions>>()
    if (phone !== undefined) return { phone, handset, edition, way }
    refuse('phoneMissing', `--phone is required, e.g. --phone 13800138000 ${SEE_HELP}`)
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.code !== 'commander.helpDisplayed') refuse(findCode(error), toMessage(error))
  }
  return null
}

function createCommand(): Command {
  // commander would report a missing mandatory option before an unknown one, so --phone is checked here.
  return new Command('npm run login --')
    .description('Runs one login without a browser: through the running stack, or one that is started for it.')
    .option('--phone <number>', 'the number that the user types (required)')
    .option('--handset <id>', 'the simulated phone (default: the active handset)')
    .addOption(new Option('--edition <name>', 'the edition of the check').choices(EDITION_CHOICES).default('image'))
    .addOption(new Option('--way <name>', 'how the number is proven').choices(WAY_CHOICES).default('sim'))
    .allowExcessArguments(false)
    .addHelpText('after', HELP)
    .configureOutput({ writeErr: () => undefined })
    .exitOverride()
}

/** Reports what keeps the login from starting: to people on stderr in words, to scripts on stdout as JSON. */
export function refuse(code: string, message: string): void {
  process.stderr.write(`${message}\n`)
  process.stdout.write(`${JSON.stringify({ outcome: 'notStarted', code })}\n`)
  process.exitCode = 2
}

const SEE_HELP = '(--help shows the options)'

function toMessage({ message }: CommanderError): string {
  return `${message.replace(/^error: /, '').replace('\n', ' ')} ${SEE_HELP}`
}

function findCode({ message }: CommanderError): 'phoneMissing' | 'badOption' {
  return message.includes('--phone <number>') ? 'phoneMissing' : 'badOption'
}
