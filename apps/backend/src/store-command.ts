// Backs up and restores the store that the environment names: the service's own, so by the same variables.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { backUpDatabase, restoreDatabase } from '@local-number/server/sqlite'
import { ConfigError, type Variables } from '@local-number/service-kit'
import { loadStoreSettings } from './config'

const HELP = `Usage:
  node dist/store.js backup <file>
  node dist/store.js restore <file> [--accept-replays]

Backs up and restores the SQLite store of this service. Run it as the service's user and in its folder: it reads
DATA_DIR, LOCAL_NUMBER_STORE and LOCAL_NUMBER_STORE_FILE as the service does.

  backup    copies the store into a new file, also while the service runs
  restore   puts such a file in the place of the store, and keeps the former one; stop the service first

After a restore, pre-signs are refused with storeRestored for 26 hours: until then, those that were used after the
backup look new. --accept-replays accepts that they can be signed once more, and ends the wait of an earlier restore.

Exit codes: 0 done, 1 refused and nothing changed, 2 wrong usage.`

export type ExitCode = 0 | 1 | 2

export interface Output {
  log(text: string): void
  error(text: string): void
}

/** @throws what it cannot explain */
export function runStoreCommand(args: readonly string[], env: Variables, output: Output): ExitCode {
  try {
    output.log(parseTask(args)(env))
    return 0
  } catch (error) {
    if (error instanceof UsageError) {
      output.error(`${error.message} --help shows the usage.`)
      return 2
    }
    const { code = '', message } = error as NodeJS.ErrnoException
    if (!EXPLAINED.includes(code)) throw error
    output.error(message)
    return 1
  }
}

const EXPLAINED: readonly string[] = ['configInvalid', 'storeUnusable', 'backupUnusable']

class UsageError extends Error {}

interface Files {
  readonly store: string
  readonly backup: string
}

/** Each returns what it has done. */
const COMMANDS = {
  backup({ store, backup }: Files) {
    backUpDatabase(store, backup)
    return `${store} is backed up in ${backup}.`
  },
  restore({ store, backup }: Files, acceptReplays: boolean) {
    const { formerFile } = restoreDatabase(backup, store, { acceptReplays })
    return [
      `${store} is restored from ${backup}.`,
      ...(formerFile === null ? [] : [`The former file is ${formerFile}.`]),
      acceptReplays
        ? 'Pre-signs that were used after the backup can be signed once more.'
        : 'Pre-signs are refused with storeRestored for 26 hours.',
    ].join('\n')
  },
} as const

function parseTask(args: readonly string[]): (env: Variables) => string {
  const { values, positionals } = parseArguments(args)
  if (values.help) return () => HELP
  const [name = '', path = '', ...rest] = positionals
  const { 'accept-replays': acceptReplays = false } = values
  // An empty path, as from an unset shell variable, would be the current folder.
  if (!Object.hasOwn(COMMANDS, name) || path.trim() === '' || rest.length > 0) {
    throw new UsageError('Expected backup or restore, and one file.')
  }
  if (name === 'backup' && acceptReplays) throw new UsageError('--accept-replays belongs to restore.')
  const run = COMMANDS[name as keyof typeof COMMANDS]
  return (env) => run({ store: findStore(env), backup: resolve(path) }, acceptReplays)
}

function parseArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { 'accept-replays': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    })
  } catch (error) {
    const [sentence] = (error as Error).message.split('. ')
    throw new UsageError(`${sentence}.`)
  }
}

/** @throws ConfigError with what to do about a store that is in no file of ours */
function findStore(env: Variables): string {
  const { kind, file } = loadStoreSettings(env)
  if (kind === 'sqlite') return resolve(file)
  throw new ConfigError([['LOCAL_NUMBER_STORE', kind === 'memory' ? MEMORY : REDIS]])
}

const MEMORY = 'is memory, which ends with its process: use sqlite'
/** Not the address itself: it holds a password. */
const REDIS =
  'is a Redis: back it up and restore it with its own means. It does not know that it was restored: read "After a ' +
  'restore of Redis" in docs/en/backend.md first'
