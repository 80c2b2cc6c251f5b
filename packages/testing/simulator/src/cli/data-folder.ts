// The folder that outlives the command: the database, and the key of the demo's customer.
import { constants, existsSync } from 'node:fs'
import { access, mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { CliError } from './errors'

export interface DataFolder {
  readonly path: string
  readonly database: string
  readonly customerKey: string
  /** Whether an earlier simulator has used it. */
  readonly isKnown: boolean
}

/**
 * Creates the folder if it is missing: for this user alone, and ignored by git, since it will contain a private key. An
 * existing folder may be a project, so its `.gitignore` is left alone.
 *
 * @throws CliError `dataFolderUnusable`
 */
export async function openDataFolder(folder: string): Promise<DataFolder> {
  const path = resolve(folder)
  try {
    const created = await mkdir(path, { recursive: true, mode: 0o700 })
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK)
    if (created !== undefined) await writeFile(join(path, '.gitignore'), '*\n')
  } catch (error) {
    throw toDataFolderError(path, error as NodeJS.ErrnoException)
  }
  const database = join(path, 'simulator.sqlite')
  return { path, database, customerKey: join(path, 'customer-private-key.pem'), isKnown: existsSync(database) }
}

export function toDataFolderError(path: string, { code }: NodeJS.ErrnoException): CliError {
  const remedy = 'give --data a folder that this user may write, or start with --memory'
  return new CliError('dataFolderUnusable', `${path} cannot keep data (${code}): ${remedy}`)
}
