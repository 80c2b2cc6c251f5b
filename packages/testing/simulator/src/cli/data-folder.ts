// The folder that outlives the command: the database, and the key of the demo's customer.
import { constants, existsSync } from 'node:fs'
import { access, mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { CliError } from './errors'

export interface DataFolder {
  readonly path: string
  readonly database: string
  readonly customerKey: string
  /** Whether a simulator was started on it before. */
  readonly known: boolean
}

/**
 * Makes the folder unless it is there: for this user alone, and ignored by git, since a private key lies in it. A folder
 * that was there may hold a project, whose `.gitignore` is nobody else's business.
 *
 * @throws CliError `dataFolderUnusable`
 */
export async function openDataFolder(folder: string): Promise<DataFolder> {
  const path = resolve(folder)
  try {
    const made = await mkdir(path, { recursive: true, mode: 0o700 })
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK)
    if (made !== undefined) await writeFile(join(path, '.gitignore'), '*\n')
  } catch (error) {
    throw unusable(path, error as NodeJS.ErrnoException)
  }
  const database = join(path, 'simulator.sqlite')
  return { path, database, customerKey: join(path, 'customer-private-key.pem'), known: existsSync(database) }
}

export function unusable(path: string, { code }: NodeJS.ErrnoException): CliError {
  const remedy = 'give --data a folder that this user may write, or start with --memory'
  return new CliError('dataFolderUnusable', `${path} cannot keep data (${code}): ${remedy}`)
}
