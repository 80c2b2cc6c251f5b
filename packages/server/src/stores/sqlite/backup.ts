// Copies the store into one file while services write to it.
import { existsSync, linkSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Database from 'libsql'
import { ServerError } from '../../errors'
import { finishDraft, syncFolder, withDraft } from './draft'
import { explainFault, findFault } from './faults'
import { START_MS } from './open-database'

/**
 * Copies a store into one new file, readable by this user alone: as it is at one instant, while services go on writing
 * to it. The file appears complete and checked, or not at all. Blocks the event loop meanwhile: use a process of its
 * own.
 *
 * @param file the store, as for `openSqliteStores`
 * @param target a file that does not exist yet, in a folder that does
 * @throws ServerError `storeUnusable` if the store is missing, damaged, or another program's; `backupUnusable` if the
 *   target exists or cannot be written
 */
export function backUpDatabase(file: string, target: string): void {
  const [from, to] = [resolve(file), resolve(target)]
  if (!existsSync(from)) throw new ServerError('storeUnusable', { detail: `${from} does not exist` })
  if (existsSync(to)) throw createExistsError(to)
  if (!existsSync(dirname(to))) {
    throw new ServerError('backupUnusable', { detail: `${dirname(to)} does not exist: create it, or check its mount` })
  }
  try {
    withDraft(to, (draft) => {
      copyDatabase(from, draft)
      requireSound(draft, from)
      finishDraft(draft)
      // Unlike a rename, it replaces nothing.
      linkSync(draft, to)
      syncFolder(to)
    })
  } catch (cause) {
    if (cause instanceof ServerError) throw cause
    const { code } = cause as NodeJS.ErrnoException
    throw code === 'EEXIST' ? createExistsError(to) : new ServerError('backupUnusable', { detail: code, cause })
  }
}

function createExistsError(target: string): ServerError {
  return new ServerError('backupUnusable', { detail: `${target} exists: name a new file` })
}

/** As one statement, so as one reading transaction, for which writers need not wait. */
function copyDatabase(from: string, draft: string): void {
  const database = new Database(from, { timeout: START_MS })
  try {
    // Not prepared: libsql keeps the file of a prepared statement open until the statement is garbage.
    database.exec(`VACUUM INTO '${draft.replaceAll("'", "''")}'`)
  } catch (cause) {
    const fault = explainFault(cause)
    throw fault === null ? cause : new ServerError('storeUnusable', { detail: `${from} ${fault}`, cause })
  } finally {
    database.close()
  }
}

/** The copy is what the store was: whose it is, and what is wrong with it. */
function requireSound(draft: string, from: string): void {
  const database = new Database(draft)
  try {
    const fault = findFault(database)
    if (fault !== null) throw new ServerError('storeUnusable', { detail: `${from} ${fault}` })
  } finally {
    database.close()
  }
}
